import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { badgeGoal } from './badge-goal.ts';

const [lesson] = fixtureLibrary().lessons();
if (!lesson) throw new Error('The fixture has no lesson');
const path = '/tracks/fixture-track/fixture';
const standings = [{ lessonId, activity: 'try', solved: 2 }];
const evidence = { standings, bestChallenge: 1, outcome: null };

test.each([
  {
    rule: 'challenge',
    done: 1,
    of: 2,
    href: `${path}/challenge`,
    words: '1 of 2 problems right in your best sitting',
  },
  { rule: 'lesson', done: 2, of: 13, href: path, words: '2 of 13 steps of the lesson' },
  { rule: 'test', done: 0, of: 1, href: `${path}/test`, words: 'Not tested yet.' },
] as const)('the rule $rule: $words', ({ rule, done, of, href, words }) => {
  expect(badgeGoal(lesson, rule, evidence)).toMatchObject({ progress: { done, of }, href, words });
});

test('the newest verdict is named in its own words', () => {
  expect(badgeGoal(lesson, 'test', { ...evidence, outcome: 'unsure' }).words).toBe(
    'Your newest test says: can’t tell yet.',
  );
});
