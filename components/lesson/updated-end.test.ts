import { expect, test } from 'vitest';
import type { Answered } from '#components/shell/answered-event.ts';
import type { EndCardProps } from './end-card.tsx';
import { updatedEnd } from './updated-end.tsx';

const before: EndCardProps = {
  lessonId: 'seeds',
  activity: { slug: 'try', title: 'Try' },
  progress: { done: 1, total: 3 },
  whole: { done: 4, total: 9 },
  answers: [
    { id: 'one', questionText: 'One?', result: 'todo', hinted: false, points: 0, freeHints: false },
    { id: 'two', questionText: 'Two?', result: 'todo', hinted: false, points: 0, freeHints: false },
  ],
  streakDays: 0,
  reviews: { about: { one: 'concept-a', two: 'concept-b' }, ids: ['concept-b'], next: 'tomorrow' },
  facts: null,
  isMissedRound: false,
  actions: { read: null, again: null, missed: null },
};

const state = { used: 1, solved: true, hints: [], points: 8 };

/** What an answer on the page tells, as far as the foot of an activity reads it. */
function answered(item: string, lessonId = 'seeds', activity = 'try'): Answered {
  const told: unknown = {
    progress: { lessonId, activity, here: { done: 2, total: 3 }, whole: { done: 5, total: 9 } },
    totals: { points: 20, streakDays: 1 },
    item: { id: item, state },
  };
  return isAnswered(told) ? told : never();
}
const isAnswered = (told: unknown): told is Answered => typeof told === 'object' && told !== null;
const never = () => {
  throw new Error('Not an answer');
};

test('an answer here updates progress, streak, its question and the reviews ahead', () => {
  const after = updatedEnd(before, answered('one'));
  expect(after).toMatchObject({
    progress: { done: 2, total: 3 },
    whole: { done: 5, total: 9 },
    streakDays: 1,
    answers: [
      { id: 'one', result: 'right', points: 8 },
      { id: 'two', result: 'todo' },
    ],
    reviews: { ids: ['concept-b', 'concept-a'] },
  });
});

test('a concept that has a review ahead already is named once', () => {
  expect(updatedEnd(before, answered('two')).reviews.ids).toEqual(['concept-b']);
});

test('an answer in another activity of the lesson updates the lesson alone', () => {
  const after = updatedEnd(before, answered('three', 'seeds', 'drill-why'));
  expect(after).toMatchObject({ progress: { done: 1, total: 3 }, whole: { done: 5, total: 9 } });
  expect(after.answers).toEqual(before.answers);
});

test('an answer in another lesson updates nothing', () => {
  expect(updatedEnd(before, answered('one', 'pinning'))).toBe(before);
});
