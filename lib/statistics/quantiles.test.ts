import { expect, test } from 'vitest';
import { quantile, spreadOf } from './quantiles.ts';

test('quartiles by hand, in any order', () => {
  // Of 1 to 10 the places are 2.25, 4.5 and 6.75 after the first.
  const values = [10, 3, 1, 2, 9, 8, 5, 4, 7, 6];
  expect(spreadOf(values)).toEqual({ n: 10, q25: 3.25, median: 5.5, q75: 7.75 });
});

test('nine times are not enough, and none have no quantile', () => {
  expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
  expect(quantile([], 0.5)).toBeNull();
  expect(quantile([7], 0.9)).toBe(7);
});
