import { expect, test } from 'vitest';
import { hasRoomFor } from './review-length.ts';

const minute = 60_000;
const taken = (times: readonly number[]): number => {
  const chosen: number[] = [];
  for (const time of times) {
    if (!hasRoomFor(chosen, time)) break;
    chosen.push(time);
  }
  return chosen.length;
};

test.each([
  { why: 'five of a minute each', times: Array(10).fill(minute), count: 5 },
  { why: 'never fewer than three, however long they are', times: Array(10).fill(4 * minute), count: 3 },
  { why: 'never more than eight, however short', times: Array(20).fill(15_000), count: 8 },
  { why: 'all that there is, if that is less', times: [minute], count: 1 },
  { why: 'what would go over is left', times: [minute, minute, minute, minute, 61_000], count: 4 },
])('$why', ({ times, count }) => expect(taken(times)).toBe(count));
