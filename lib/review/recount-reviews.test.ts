import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { type KnownEntry, type ReviewEntry, recountReviews } from './recount-reviews.ts';
import { nextReview } from './review-schedule.ts';

const library = fixtureLibrary();
const recounted = (entries: readonly KnownEntry[]) => recountReviews(entries, (id) => library.item(id));

let ids = 0;
function given(itemId: string, verdict: 'right' | 'wrong', day: number, fields: Partial<ReviewEntry> = {}) {
  ids += 1;
  const receivedAt = new Date(Date.UTC(2026, 10, day, 10));
  const entry: ReviewEntry = {
    id: `${1000 + ids}`,
    lessonId,
    itemId,
    answer: { options: [] },
    verdict,
    hintsOpened: 0,
    durationMs: null,
    receivedAt,
    clock: 0,
    localDay: `2026-11-${String(day).padStart(2, '0')}`,
    ...fields,
  };
  return { entry, knownAt: receivedAt };
}
const on = (day: number) => ({
  at: new Date(Date.UTC(2026, 10, day, 10)),
  day: `2026-11-${String(day).padStart(2, '0')}`,
});

test('answers to several items of an objective share one schedule', () => {
  const [first, ...others] = recounted([given('try-1', 'wrong', 1), given('pool-3', 'right', 2)]);
  expect(others).toEqual([]);
  expect(first).toEqual({
    lessonId,
    subject: 'objective',
    subjectId: 'first',
    ...nextReview(nextReview(null, 'again', on(1)), 'good', on(2)),
  });
});

test('the order of the list does not matter', () => {
  const entries = [given('try-1', 'wrong', 1), given('try-2', 'right', 2), given('try-1', 'right', 9)];
  expect(recounted(entries.toReversed())).toEqual(recounted(entries));
});

test('an answer in a test counts when the test is closed, on the day of the answer', () => {
  const inTest = given('pool-1', 'wrong', 1);
  const early = recounted([inTest, given('try-1', 'right', 2)]);
  const late = recounted([{ ...inTest, knownAt: on(3).at }, given('try-1', 'right', 2)]);
  expect(early[0]).toMatchObject({ lastGrade: 'good', repetitions: 2 });
  expect(late[0]).toMatchObject({ lastGrade: 'again', repetitions: 2, lastDay: '2026-11-02' });
});

test('removed items and open questions move no schedule', () => {
  expect(recounted([given('gone', 'wrong', 1), given('scale-what-if', 'right', 1)])).toEqual([]);
});

test('a card is graded by its rating', () => {
  const rated = given('review-card', 'right', 1, { answer: { rating: 'hard' } });
  expect(recounted([rated])).toMatchObject([
    { subject: 'card', subjectId: 'review-card', lastGrade: 'hard' },
  ]);
});

test('an answer saved earlier and graded later counts in the order of grading', () => {
  const early = given('try-1', 'right', 10, { clock: 2 });
  const late = given('try-1', 'right', 11, { clock: 1 });
  const graded = [late, { ...early, knownAt: late.knownAt }];
  expect(recounted(graded)).toMatchObject([{ ...nextReview(null, 'good', on(11)) }]);
});
