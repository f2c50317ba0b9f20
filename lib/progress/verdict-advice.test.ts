import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { adviceAfter } from './verdict-advice.ts';

const [lesson] = fixtureLibrary().lessons();
if (!lesson) throw new Error('The fixture has no lesson');
const path = '/tracks/fixture-track/fixture';
const another = { ...lesson, slug: 'another', title: 'Another' };

test.each([
  {
    why: 'strong leads to the next lesson',
    outcome: 'strong',
    next: another,
    href: '/tracks/fixture-track/another',
  },
  { why: 'strong at the end of a track leads nowhere new', outcome: 'strong', next: undefined, href: path },
  { why: 'a doubt is settled by another test', outcome: 'unsure', next: another, href: `${path}/test` },
  { why: 'not yet leads to practice', outcome: 'not-yet', next: another, href: `${path}/practice` },
] as const)('$why', ({ outcome, next, href }) => expect(adviceAfter(outcome, lesson, next).href).toBe(href));

test('a lesson without practice names what it has', () => {
  const bare = { ...lesson, activities: lesson.activities.filter(({ slug }) => slug === 'introduction') };
  expect(adviceAfter('not-yet', bare, undefined).href).toBe(path);
});
