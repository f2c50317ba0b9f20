import { expect, test } from 'vitest';
import { itemStatistics, itemsNeeded, testStatistics } from './item-statistics.ts';
import { correlation, covariance, kurtosis, skewness, variance } from './moments.ts';

test('k-statistics of 1, 2, 4, 9, worked out by hand', () => {
  // Mean 4; deviations -3, -2, 0, 5; m2 = 38/4 = 9.5, m3 = 90/4 = 22.5, m4 = 722/4 = 180.5.
  // k2 = 38/3; k3 = 16 * 22.5 / (3 * 2) = 60; skewness = 60 / (38/3)^1.5.
  // k4 = 16 (5 * 180.5 - 9 * 90.25) / (3 * 2 * 1) = 16 * 90.25 / 6 = 240.666667; over k2² = 160.444444 it is 1.5.
  const values = [1, 2, 4, 9];
  expect(variance(values)).toBeCloseTo(38 / 3, 12);
  expect(skewness(values)).toBeCloseTo(60 / (38 / 3) ** 1.5, 12);
  expect(kurtosis(values)).toBeCloseTo(1.5, 12);
});

test('what is not defined is null', () => {
  expect([variance([3]), skewness([1, 2]), kurtosis([1, 2, 3]), skewness([5, 5, 5, 5])]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(correlation([1, 2, 3], [7, 7, 7])).toBeNull();
  expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
  expect(covariance([1], [1])).toBeNull();
});

/** Three items, four students. Totals: 3, 2, 1, 0. */
const table = {
  items: ['a', 'b', 'c'],
  max: [1, 1, 1],
  marks: [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ],
};

test('a test of three items, worked out by hand', () => {
  // Item variances .25, 1/3, .25 add up to 5/6; the totals vary by 5/3: alpha = 1.5 (1 - .5) = .75.
  const found = testStatistics(table);
  expect(found.mean).toBeCloseTo(1.5, 12);
  expect(found.sd).toBeCloseTo(Math.sqrt(5 / 3), 12);
  expect(found.alpha).toBeCloseTo(0.75, 12);
  expect(found.errorRatio).toBeCloseTo(0.5, 12);
  expect(found.se).toBeCloseTo(0.5 * Math.sqrt(5 / 3), 12);
  expect(found.skewness).toBeCloseTo(0, 12);
  expect(found).toMatchObject({ n: 4, items: 3, max: 3 });
});

test('its items, worked out by hand', () => {
  const [a, b, c] = itemStatistics(table);
  // a: others 2, 1, 0, 0 with mean .75; cov = (.25 * 1.25 + .25 * .25 + .25 * -.75 + -.75 * -.75) / 3 = .25.
  // var a = .25, var others = (1.5625 + .0625 + .5625 * 2) / 3 = 11/12.
  expect(a?.facility).toBe(0.75);
  expect(a?.sd).toBeCloseTo(0.5, 12);
  expect(a?.discriminationIndex).toBeCloseTo(0.25 / Math.sqrt(0.25 * (11 / 12)), 12);
  expect(a?.restCorrelation).toBe(a?.discriminationIndex);
  // Sorted, a is 0 1 1 1 and the others 0 0 1 2: the same covariance, so nothing more was to be had.
  expect(a?.discriminativeEfficiency).toBeCloseTo(1, 12);
  // With the total: a .5, b 2/3, c .5; square roots .707107, .816497, .707107.
  expect(b?.effectiveWeight).toBeCloseTo(Math.sqrt(2 / 3) / (Math.sqrt(2 / 3) + 2 * Math.sqrt(0.5)), 12);
  expect((a?.effectiveWeight ?? 0) + (b?.effectiveWeight ?? 0) + (c?.effectiveWeight ?? 0)).toBeCloseTo(
    1,
    12,
  );
});

test('an item that all solved discriminates not at all: null, not 0', () => {
  const marks = table.marks.map((row) => [...row, 1]);
  const last = itemStatistics({ items: [...table.items, 'd'], max: [1, 1, 1, 1], marks }).at(-1);
  expect(last).toMatchObject({
    facility: 1,
    sd: 0,
    discriminationIndex: null,
    discriminativeEfficiency: null,
    effectiveWeight: null,
    restCorrelation: null,
  });
});

test('one student, one item, or equal totals have no reliability', () => {
  const one = testStatistics({ ...table, marks: [[1, 0, 1]] });
  expect(one).toMatchObject({ n: 1, mean: 2, sd: null, alpha: null, se: null, skewness: null });
  expect(testStatistics({ items: ['a'], max: [1], marks: [[1], [0]] }).alpha).toBeNull();
  const equal = testStatistics({
    items: ['a', 'b'],
    max: [1, 1],
    marks: [
      [1, 0],
      [0, 1],
    ],
  });
  expect(equal).toMatchObject({ sd: 0, alpha: null, errorRatio: null });
});

test('four times the items halve the standard error of a share', () => {
  const found = testStatistics(table);
  const share = (found.se ?? 0) / 3;
  expect(itemsNeeded(found, share)).toBe(3);
  expect(itemsNeeded(found, share / 2)).toBe(12);
  expect(itemsNeeded({ ...found, se: null }, 0.05)).toBeNull();
});
