import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { usualTimeMs } from '#lib/item/usual-time.ts';
import { reviewGrade } from './review-grade.ts';
import { subjectOf } from './review-subject.ts';

test.each(everyExample)(
  'the usual time of $name comes from its author, or from its level or kind',
  ({ read }) => {
    const { item } = read;
    expect(usualTimeMs(item)).toBeGreaterThan(0);
    expect(usualTimeMs({ ...item, timeMs: 7_000 })).toBe(7_000);
  },
);

test.each(everyExample)('$name is reviewed as itself, through its objective, or not at all', ({ read }) => {
  const { item, type } = read;
  const asItself = { lessonId: 'lesson', subject: 'card', subjectId: item.id };
  const asObjective = { lessonId: 'lesson', subject: 'objective', subjectId: 'aim' };
  const expected = type.reviewedAsItself ? asItself : type.graded ? asObjective : null;
  expect(subjectOf(item, 'lesson')).toEqual(expected);
});

test.each(everyExample)('a right answer to $name schedules it later than a wrong one', ({ read }) => {
  const { item, secret, type } = read;
  const grades = [true, false].map((right) => {
    const answer = type.exampleAnswer(item.body, secret.key, right, chance('a'));
    const { correct } = type.grade(item.body, secret.key, answer);
    return { correct, grade: reviewGrade({ item, answer, correct, hintsOpened: 0, durationMs: null }) };
  });
  for (const { correct, grade } of grades) expect(grade === 'again').toBe(!correct);
});
