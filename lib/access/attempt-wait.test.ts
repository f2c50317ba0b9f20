import { expect, test } from 'vitest';
import { waitAfter } from './attempt-wait.ts';

const rule = { free: 5, longestMs: 300_000 };

test.each([
  { failures: 0, waitMs: 0, why: 'the first attempt is free' },
  { failures: 4, waitMs: 0, why: 'so is the fifth' },
  { failures: 5, waitMs: 1000, why: 'the sixth waits for a second' },
  { failures: 6, waitMs: 2000, why: 'each further one twice as long' },
  { failures: 13, waitMs: 256_000, why: 'up to the longest wait' },
  { failures: 14, waitMs: 300_000, why: 'which is never exceeded' },
  { failures: 5000, waitMs: 300_000, why: 'by no number of failures' },
])('$why', ({ failures, waitMs }) => expect(waitAfter(failures, rule)).toBe(waitMs));
