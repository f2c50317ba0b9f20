import { expect, test } from 'vitest';
import { type RegradedForLearner, regradeNotes } from './regrade-note.ts';

const answer: RegradedForLearner = {
  ...{ id: 'one', lessonId: 'seeds', activity: 'try', reason: 'The key was wrong.', undoes: null },
  at: new Date('2026-11-22'),
  ...{ verdict: 'right', verdictBefore: 'wrong', points: 4, pointsBefore: 0 },
};

test('one note for each event, with the points of all its answers', () => {
  const later: RegradedForLearner = { ...answer, verdict: 'wrong', points: 0, pointsBefore: 2 };
  const undo: RegradedForLearner = { ...later, id: 'two', undoes: 'one', verdictBefore: 'right' };
  expect(regradeNotes([undo, answer, later])).toMatchObject([
    { id: 'two', now: 'wrong', points: -2, isUndo: true },
    { id: 'one', now: 'right', points: 2, isUndo: false, reason: 'The key was wrong.' },
  ]);
});

test('an answer that only scores otherwise is neither right nor wrong', () => {
  expect(regradeNotes([{ ...answer, verdict: 'wrong' }])).toMatchObject([{ now: 'otherwise' }]);
});
