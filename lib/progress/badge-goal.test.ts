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
    total: 2,
    href: `${path}/challenge`,
    description: '1 of 2 problems right in your best sitting',
  },
  { rule: 'lesson', done: 2, total: 13, href: path, description: '2 of 13 steps of the lesson' },
  { rule: 'test', done: 0, total: 1, href: `${path}/test`, description: 'Not tested yet.' },
] as const)('the rule $rule: $description', ({ rule, done, total, href, description }) => {
  expect(badgeGoal(lesson, rule, evidence)).toMatchObject({ progress: { done, total }, href, description });
});

test('the description names the outcome of the newest test', () => {
  expect(badgeGoal(lesson, 'test', { ...evidence, outcome: 'unsure' }).description).toBe(
    'Your latest test says: can’t tell yet.',
  );
});
