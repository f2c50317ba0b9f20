import { expect, test } from 'vitest';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { verdictAfterOne } from './one-answer.ts';
import { standardRule } from './test-rule.ts';

const library = fixtureLibrary();
const lesson = library.lessonById(fixtureLessonId);
const item = library.item('practice-output')?.item;
if (!lesson || !item) throw new Error('The fixture has changed');

test.each([true, false])(
  'one answer settles nothing, and the interval crosses the cut (right: %s)',
  (correct) => {
    const verdict = verdictAfterOne(lesson, standardRule, { item, correct });
    expect(verdict?.outcome).toBe('unsure');
    expect(verdict?.low).toBeLessThan(standardRule.cut);
    expect(verdict?.high).toBeGreaterThan(standardRule.cut);
    // A test asks at least five.
    expect(verdict?.more).toBeGreaterThanOrEqual(4);
  },
);

test('a right answer makes it likelier than a wrong one', () => {
  const chanceOf = (correct: boolean) =>
    verdictAfterOne(lesson, standardRule, { item, correct })?.pStrong ?? 0;
  expect(chanceOf(true)).toBeGreaterThan(chanceOf(false));
});

test('a lesson without a test has no verdict', () => {
  expect(verdictAfterOne({ ...lesson, pool: [] }, standardRule, { item, correct: true })).toBeNull();
});
