import { expect, test } from 'vitest';
import { reviewGrade } from './review-grade.ts';

const second = 1_000;
const item = { type: 'choice', level: 'medium', timeMs: null } as const;
const right = { item, answer: { options: ['a'] }, correct: true, hintsOpened: 0, durationMs: 20 * second };

test.each([
  { why: 'wrong is again', given: { ...right, correct: false }, grade: 'again' },
  {
    why: 'wrong is again, with hints too',
    given: { ...right, correct: false, hintsOpened: 2 },
    grade: 'again',
  },
  { why: 'right is good', given: right, grade: 'good' },
  { why: 'right with a hint is hard', given: { ...right, hintsOpened: 1 }, grade: 'hard' },
  {
    why: 'twice the usual 60 seconds is still good',
    given: { ...right, durationMs: 120 * second },
    grade: 'good',
  },
  {
    why: 'more than twice is slow, and slow is hard',
    given: { ...right, durationMs: 121 * second },
    grade: 'hard',
  },
  { why: 'an unknown time is not slow', given: { ...right, durationMs: null }, grade: 'good' },
  {
    why: 'an item of three minutes may take six',
    given: { ...right, item: { ...item, timeMs: 180 * second }, durationMs: 360 * second },
    grade: 'good',
  },
  {
    why: 'an easy item is slow after 90 seconds',
    given: { ...right, item: { ...item, level: 'easy' as const }, durationMs: 91 * second },
    grade: 'hard',
  },
  {
    why: 'a card is graded by its rating, however long it took',
    given: {
      ...right,
      item: { ...item, type: 'card' as const },
      answer: { rating: 'easy' as const },
      durationMs: 999 * second,
    },
    grade: 'easy',
  },
])('$why', ({ given, grade }) => expect(reviewGrade(given)).toBe(grade));
