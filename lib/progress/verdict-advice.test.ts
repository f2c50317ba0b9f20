import { expect, test } from 'vitest';
import { itemType } from '#lib/item/registry.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { type AdviceFacts, adviceAfter } from './verdict-advice.ts';

const [lesson] = fixtureLibrary().lessons();
if (!lesson) throw new Error('The fixture has no lesson');
const path = '/tracks/fixture-track/fixture';
const another = { ...lesson, slug: 'another', title: 'Another' };
const advise = (facts: Partial<AdviceFacts>) =>
  adviceAfter({ outcome: 'not-yet', lesson, next: another, weak: [], solved: new Set(), ...facts });
const gradedIn = (slug: string) =>
  lesson.activities.find((one) => one.slug === slug)?.items.filter(({ type }) => itemType(type).graded) ?? [];
const fullest = lesson.activities
  .filter(({ delivery }) => delivery.starts === 'by-itself')
  .reduce((best, { slug }) => (gradedIn(slug).length > gradedIn(best).length ? slug : best), 'introduction');

test.each<{ why: string; facts: Partial<AdviceFacts>; href: string }>([
  {
    why: 'strong leads to the next lesson',
    facts: { outcome: 'strong' },
    href: '/tracks/fixture-track/another',
  },
  {
    why: 'strong at the end of a track leads to its map',
    facts: { outcome: 'strong', next: undefined },
    href: '/tracks/fixture-track',
  },
  {
    why: 'a doubt without a weak place is settled by another test',
    facts: { outcome: 'unsure' },
    href: `${path}/test`,
  },
])('$why', ({ facts, href }) => expect(advise(facts).href).toBe(href));

test('not yet leads to the activity that asks most of what is not solved', () => {
  expect(gradedIn(fullest).length).toBeGreaterThan(1);
  expect(advise({})).toMatchObject({ href: `${path}/${fullest}` });
  expect(advise({}).words).toContain(`${gradedIn(fullest).length} questions`);
  const solved = new Set(gradedIn(fullest).map(({ id }) => id));
  expect(advise({ solved }).href).not.toBe(`${path}/${fullest}`);
});

test('what the test found weak decides, also when it could not tell', () => {
  const [first] = gradedIn('try');
  if (!first) throw new Error('Nothing to fill in');
  const item = { ...first, objective: 'the-weak-one' };
  const activities = lesson.activities.map((one) => (one.slug === 'try' ? { ...one, items: [item] } : one));
  const told = advise({ outcome: 'unsure', weak: ['the-weak-one'], lesson: { ...lesson, activities } });
  expect(told).toEqual({
    words: 'Try has one question about what was missed. Answer it, then test again.',
    activity: 'try',
    label: 'Try',
    href: `${path}/try`,
  });
});

test('a lesson that asks nothing is read again', () => {
  const bare = { ...lesson, activities: lesson.activities.filter(({ slug }) => slug === 'introduction') };
  const reads = { ...bare, activities: bare.activities.map((one) => ({ ...one, items: [] })) };
  expect(advise({ lesson: reads }).href).toBe(path);
});
