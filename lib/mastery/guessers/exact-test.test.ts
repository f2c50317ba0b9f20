import { describe, expect, test } from 'vitest';
import { adjusted, upperTail } from './exact-test.ts';

describe('the upper tail', () => {
  const coins = (hits: number, n: number, p = 0.5) =>
    Array.from({ length: n }, (_, at) => ({ hit: 1, credit: at < hits ? 1 : 0, chance: p }));
  test.each([
    { hits: 10, n: 10, p: 0.5, tail: 1 / 1024 },
    { hits: 9, n: 10, p: 0.5, tail: 11 / 1024 },
    { hits: 0, n: 10, p: 0.5, tail: 1 },
    { hits: 8, n: 10, p: 0.25, tail: 0.000415802 },
  ])('equals the binomial tail: $hits of $n at $p', ({ hits, n, p, tail }) =>
    expect(upperTail(coins(hits, n, p))).toBeCloseTo(tail, 8),
  );

  test('mixes guesses among different numbers of options', () => {
    // One of two and one of four: both 1/8, at least a half 1/8 + 3/8 (the first alone), any credit 1 - 3/8.
    const guess = (hit: number, chance: number, isRight: boolean) => ({
      hit,
      chance,
      credit: isRight ? hit : 0,
    });
    const tail = (first: boolean, second: boolean) =>
      upperTail([guess(1 / 2, 1 / 2, first), guess(1 / 3, 1 / 4, second)]);
    expect(tail(true, true)).toBeCloseTo(1 / 8, 12);
    expect(tail(true, false)).toBeCloseTo(1 / 2, 12);
    expect(tail(false, true)).toBeCloseTo(5 / 8, 12);
    expect(tail(false, false)).toBe(1);
  });

  test('agrees with the normal distribution for two thousand guesses', () => {
    // 500 expected, standard deviation 19.36; 540 lie 2.04 of them above, with the correction for continuity.
    expect(upperTail(coins(540, 2000, 0.25))).toBeCloseTo(0.0207, 2);
  });

  test('adds fractions without rounding errors', () => {
    const thirds = Array.from({ length: 3 }, () => ({ hit: 1 / 3, credit: 1 / 3, chance: 0.75 }));
    expect(upperTail(thirds)).toBeCloseTo(0.75 ** 3, 10);
  });
});

test.each([
  { ps: [0.001, 0.02, 0.04], found: [0.003, 0.04, 0.04] },
  { ps: [0.02, 0.02, 0.02], found: [0.06, 0.06, 0.06] },
  { ps: [0.9, 0.01, 0.2], found: [0.9, 0.03, 0.4] },
  { ps: [0.5, 0.6], found: [1, 1] },
  { ps: [], found: [] },
])('Holm’s adjustment of $ps', ({ ps, found }) => {
  const values = adjusted(ps);
  expect(values).toHaveLength(found.length);
  for (const [at, value] of values.entries()) expect(value).toBeCloseTo(found[at] ?? Number.NaN, 12);
});
