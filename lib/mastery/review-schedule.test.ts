import { expect, test } from 'vitest';
import { nextReview, type ReviewGrade } from './review-schedule.ts';

const day = 86_400_000;
const start = new Date('2026-11-22T18:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * day);
const grades: ReviewGrade[] = ['again', 'hard', 'good', 'easy'];

test('what went worse comes back sooner, at the first review and later', () => {
  for (const before of [null, nextReview(null, 'good', start)]) {
    const due = grades.map((grade) => nextReview(before, grade, after(3)).dueAt.getTime());
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due[0]).toBeLessThan(due[2] ?? 0);
  }
});

test('what went wrong comes back the next day, never the same minute', () => {
  const { dueAt } = nextReview(null, 'again', start);
  expect((dueAt.getTime() - start.getTime()) / day).toBeCloseTo(1, 5);
});

test('each good review at its time makes the pause longer', () => {
  let state = nextReview(null, 'good', start);
  for (let round = 0; round < 6; round++) {
    const next = nextReview(state, 'good', state.dueAt);
    expect(next.dueAt.getTime() - next.lastAt.getTime()).toBeGreaterThan(
      state.dueAt.getTime() - state.lastAt.getTime(),
    );
    expect(next.repetitions).toBe(state.repetitions + 1);
    state = next;
  }
});

test('a lapse is counted, makes the item harder and its pause short', () => {
  const known = nextReview(nextReview(null, 'good', start), 'good', after(3));
  const lapsed = nextReview(known, 'again', known.dueAt);
  expect(lapsed.lapses).toBe(known.lapses + 1);
  expect(lapsed.difficulty).toBeGreaterThan(known.difficulty);
  expect(lapsed.stability).toBeLessThan(known.stability);
});

test('the next morning counts as a day, though it is less than 24 hours later', () => {
  const learned = nextReview(null, 'good', start);
  const sameEvening = nextReview(learned, 'good', new Date('2026-11-22T18:10:00Z'));
  const nextMorning = nextReview(learned, 'good', new Date('2026-11-23T08:00:00Z'));
  expect(nextMorning.stability).toBeGreaterThan(sameEvening.stability);
});

test('the same history gives the same schedule, and no numbers that are none', () => {
  const run = () =>
    grades.reduce(
      (state, grade, at) => nextReview(state, grade, after(at * 5)),
      nextReview(null, 'good', start),
    );
  expect(run()).toEqual(run());
  const { stability, difficulty, dueAt } = run();
  for (const value of [stability, difficulty, dueAt.getTime()]) expect(Number.isFinite(value)).toBe(true);
  expect(difficulty >= 1 && difficulty <= 10).toBe(true);
});

test('a clock that went back does no harm', () => {
  const state = nextReview(nextReview(null, 'good', start), 'good', after(-2));
  expect(Number.isFinite(state.stability)).toBe(true);
});
