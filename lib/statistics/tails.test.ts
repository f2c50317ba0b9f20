import { expect, test } from 'vitest';
import { chanceOfAtLeast, chanceOfAtMost, chanceOfTAbove, discoveries } from './tails.ts';

test.each([
  { at: chanceOfAtLeast(3, 3, 0.5), is: 1 / 8, why: 'three heads of three' },
  { at: chanceOfAtLeast(9, 10, 0.5), is: 11 / 1024, why: 'nine or ten heads of ten' },
  { at: chanceOfAtLeast(0, 5, 0.2), is: 1, why: 'none or more' },
  { at: chanceOfAtLeast(6, 5, 0.2), is: 0, why: 'more than there are' },
  { at: chanceOfAtMost(0, 59, 0.05), is: 0.95 ** 59, why: 'none of 59' },
  { at: chanceOfAtMost(1, 4, 0.25), is: 0.75 ** 4 + 4 * 0.25 * 0.75 ** 3, why: 'one at most of four' },
  { at: chanceOfAtMost(5, 5, 0.9), is: 1, why: 'all or fewer' },
])('binomial tails: $why', ({ at, is }) => expect(at).toBeCloseTo(is, 9));

// Percentiles of Student's t as every table has them.
test.each([
  { t: 2.228, df: 10, p: 0.025 },
  { t: 1.66, df: 100, p: 0.05 },
  { t: 0, df: 7, p: 0.5 },
  { t: -2.228, df: 10, p: 0.975 },
])('t of $t with $df degrees of freedom', ({ t, df, p }) => expect(chanceOfTAbove(t, df)).toBeCloseTo(p, 3));

test('the example of Benjamini and Hochberg: four of fifteen at 5 %', () => {
  const values = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  expect(discoveries(values, 0.05).flatMap((is, at) => (is ? [at] : []))).toEqual([0, 1, 2, 3]);
  expect(discoveries([], 0.05)).toEqual([]);
});
