import { expect, test } from 'vitest';
import { rateLimit } from './rate-limit.ts';

test('a pause refills the allowance of each caller on its own', () => {
  const isAllowed = rateLimit({ burst: 2, perSecond: 1 });
  const at = (seconds: number) => new Date(seconds * 1000);
  expect([
    isAllowed('a', at(0)),
    isAllowed('a', at(0)),
    isAllowed('a', at(0)),
    isAllowed('b', at(0)),
  ]).toEqual([true, true, false, true]);
  expect([
    isAllowed('a', at(1)),
    isAllowed('a', at(1)),
    isAllowed('a', at(9)),
    isAllowed('a', at(9)),
    isAllowed('a', at(9)),
  ]).toEqual([true, false, true, true, false]);
});
