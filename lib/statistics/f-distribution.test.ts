import { expect, test } from 'vitest';
import { incompleteBeta, quantileOfF } from './f-distribution.ts';

test.each([
  // Tables of the F distribution, upper 2.5 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3.
  { share: 0.975, above: 10, below: 20, is: 2.7737 },
  { share: 0.975, above: 1, below: 10, is: 6.9367 },
  { share: 0.95, above: 5, below: 10, is: 3.3258 },
])('F($above, $below) at $share', ({ share, above, below, is }) => {
  expect(quantileOfF(share, above, below)).toBeCloseTo(is, 3);
});

test('the other tail is one over the tail of the exchanged degrees of freedom', () => {
  expect(quantileOfF(0.025, 999, 3996) * quantileOfF(0.975, 3996, 999)).toBeCloseTo(1, 9);
});

test('I_x(a, b) in closed form: x^a for b = 1, and half at the middle of a symmetric one', () => {
  expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 12);
  expect(incompleteBeta(0.5, 2500, 2500)).toBeCloseTo(0.5, 10);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});
