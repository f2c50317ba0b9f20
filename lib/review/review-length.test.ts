import { expect, test } from 'vitest';
import { hasRoomFor } from './review-length.ts';

const minute = 60_000;
const countChosen = (times: readonly number[]): number => {
  const chosen: number[] = [];
  for (const time of times) {
    if (!hasRoomFor(chosen, time)) break;
    chosen.push(time);
  }
  return chosen.length;
};

test.each([
  { why: 'five questions of a minute each', times: Array(10).fill(minute), count: 5 },
  { why: 'at least three, however long they are', times: Array(10).fill(4 * minute), count: 3 },
  { why: 'at most eight, however short', times: Array(20).fill(15_000), count: 8 },
  { why: 'all questions, if there are fewer', times: [minute], count: 1 },
  {
    why: 'a question that would exceed five minutes is left out',
    times: [minute, minute, minute, minute, 61_000],
    count: 4,
  },
])('$why', ({ times, count }) => expect(countChosen(times)).toBe(count));
