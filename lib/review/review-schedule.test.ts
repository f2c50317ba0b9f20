import { describe, expect, test } from 'vitest';
import { dayAfter } from '#lib/calendar/calendar-day.ts';
import {
  movesSchedule,
  nextReview,
  type ReviewGrade,
  type ReviewState,
  recallAt,
} from './review-schedule.ts';

const first = '2026-11-22';
const hourMs = 3_600_000;
const on = (days: number, hour = 18) => {
  const day = dayAfter(first, days);
  return { day, at: new Date(Date.parse(day) + hour * hourMs) };
};
const grades: ReviewGrade[] = ['again', 'hard', 'good', 'easy'];
const review = (steps: readonly (readonly [ReviewGrade, number])[]) =>
  steps.reduce<ReviewState | null>((state, [grade, day]) => nextReview(state, grade, on(day)), null);
const interval = ({ lastDay, dueDay }: ReviewState) =>
  (Date.parse(dueDay) - Date.parse(lastDay)) / (24 * hourMs);

describe('the published FSRS-6 vectors', () => {
  // ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts, "first repeat": default weights.
  test.each([
    { grade: 'again' as const, stability: 0.212, difficulty: 6.4133 },
    { grade: 'hard' as const, stability: 1.2931, difficulty: 5.11217071 },
    { grade: 'good' as const, stability: 2.3065, difficulty: 2.11810397 },
    { grade: 'easy' as const, stability: 8.2956, difficulty: 1 },
  ])('a first $grade', ({ grade, stability, difficulty }) => {
    expect(nextReview(null, grade, on(0))).toMatchObject({ stability, difficulty });
  });

  // The same file, "memory state[long-term]", which cites fsrs-rs, src/inference.rs: pauses of 0, 0, 1, 3, 8, 21 days.
  test('again, then five times good', () => {
    const state = review([
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 4],
      ['good', 12],
      ['good', 33],
    ]);
    expect(state?.stability).toBeCloseTo(53.335106, 4);
    expect(state?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  // The same file, "return retrievability percentage for review cards": easy, seen eight days later.
  test('recall of an easy one after eight days', () => {
    expect(recallAt(nextReview(null, 'easy', on(0)), on(8).at)).toBe(0.9024733);
  });
});

describe('recall', () => {
  test('is 1 at first and 0.9 after as many days as the stability', () => {
    const state = nextReview(null, 'good', on(0));
    expect(recallAt(state, state.lastAt)).toBe(1);
    expect(recallAt(state, new Date(state.lastAt.getTime() + state.stability * 24 * hourMs))).toBeCloseTo(
      0.9,
      6,
    );
    expect(recallAt(state, new Date(state.lastAt.getTime() - hourMs))).toBe(1);
  });

  test('on the next morning is below 1, by the formula with fractions of a day', () => {
    const state = nextReview(null, 'good', on(0, 18));
    // R = (1 + (0.9^(-1/0.1542) - 1) t/S)^-0.1542, t = 14 hours, S = 2.3065.
    const expected = (1 + (0.9 ** (-1 / 0.1542) - 1) * (14 / 24 / 2.3065)) ** -0.1542;
    expect(expected).toBeLessThan(0.97);
    expect(recallAt(state, on(1, 8).at)).toBeCloseTo(expected, 6);
  });
});

test('a worse grade is due sooner, at the first review and later', () => {
  for (const before of [null, nextReview(null, 'good', on(0))]) {
    const due = grades.map((grade) => nextReview(before, grade, on(3)).dueDay);
    expect(due).toEqual(due.toSorted());
    expect(new Set(due).size).toBe(4);
  }
});

test('a wrong answer is due again the next day', () => {
  expect(nextReview(null, 'again', on(0)).dueDay).toBe('2026-11-23');
});

test('each good review on its due day makes the interval longer', () => {
  let state = nextReview(null, 'good', on(0));
  for (let round = 0; round < 6; round++) {
    const next = nextReview(state, 'good', { day: state.dueDay, at: new Date(state.dueDay) });
    expect(interval(next)).toBeGreaterThan(interval(state));
    expect(next.repetitions).toBe(state.repetitions + 1);
    state = next;
  }
});

test('a lapse is counted, raises the difficulty and lowers the stability', () => {
  const known = nextReview(nextReview(null, 'good', on(0)), 'good', on(3));
  const lapsed = nextReview(known, 'again', on(10));
  expect(lapsed.lapses).toBe(known.lapses + 1);
  expect(lapsed.difficulty).toBeGreaterThan(known.difficulty);
  expect(lapsed.stability).toBeLessThan(known.stability);
});

test('the next morning counts as a day, though it is less than 24 hours later', () => {
  const learned = nextReview(null, 'good', on(0, 18));
  expect(nextReview(learned, 'good', on(0, 19)).stability).toBe(learned.stability);
  expect(nextReview(learned, 'good', on(1, 8)).stability).toBeGreaterThan(learned.stability);
});

test('a clock that was set back leaves a valid schedule', () => {
  const state = nextReview(nextReview(null, 'good', on(2)), 'good', on(0));
  expect(Number.isFinite(state.stability)).toBe(true);
  expect(state.lastDay).toBe(on(2).day);
});

describe('what moves a schedule', () => {
  const known = nextReview(null, 'good', on(0));
  const lapsed = nextReview(null, 'again', on(0));

  test.each([
    { why: 'the first answer does', before: null, grade: 'good' as const, day: 0, moves: true },
    {
      why: 'a right answer before the due day does not',
      before: known,
      grade: 'good' as const,
      day: 2,
      moves: false,
    },
    {
      why: 'an easy card before the due day does not',
      before: known,
      grade: 'easy' as const,
      day: 2,
      moves: false,
    },
    { why: 'a right answer on the due day does', before: known, grade: 'good' as const, day: 3, moves: true },
    {
      why: 'a right answer after the due day does',
      before: known,
      grade: 'hard' as const,
      day: 9,
      moves: true,
    },
    {
      why: 'a wrong answer before the due day does',
      before: known,
      grade: 'again' as const,
      day: 0,
      moves: true,
    },
    {
      why: 'a second wrong answer on a day does not',
      before: lapsed,
      grade: 'again' as const,
      day: 0,
      moves: false,
    },
    {
      why: 'a right answer after a wrong one on the same day does not',
      before: lapsed,
      grade: 'good' as const,
      day: 0,
      moves: false,
    },
    { why: 'a wrong answer the next day does', before: lapsed, grade: 'again' as const, day: 1, moves: true },
  ])('$why', ({ before, grade, day, moves }) =>
    expect(movesSchedule(before, grade, on(day).day)).toBe(moves),
  );

  test('five right answers on one day count as one', () => {
    const after = Array.from({ length: 5 }, (_, at) => on(0, 10 + at)).reduce<ReviewState | null>(
      (state, now) => (movesSchedule(state, 'good', now.day) ? nextReview(state, 'good', now) : state),
      null,
    );
    expect(after).toEqual(nextReview(null, 'good', on(0, 10)));
    expect(after?.dueDay).toBe('2026-11-25');
  });
});
