import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { optionStatistics, suspectedKey, suspectedKeys } from './distractors.ts';
import { draws } from './draws.ts';

test('a table of options, worked out by hand', () => {
  // Rest 3 2 1 0; A chosen by the first two: cov = (.5 * 1.5 + .5 * .5) * 2 / 3 = 2/3, sds sqrt(1/3) and sqrt(5/3).
  const options = optionStatistics(['A', 'A', 'B', ''], 'A', [3, 2, 1, 0]);
  expect(options.map(({ option, n, share, isKey }) => [option, n, share, isKey])).toEqual([
    ['A', 2, 0.5, true],
    ['B', 1, 0.25, false],
  ]);
  expect(options[0]?.restCorrelation).toBeCloseTo(2 / 3 / Math.sqrt((1 / 3) * (5 / 3)), 12);
});

test('a key that nobody chose is listed, without a correlation', () => {
  const options = optionStatistics(['A', 'B', 'B'], 'C', [1, 2, 3]);
  expect(options.at(-1)).toMatchObject({ option: 'C', isKey: true, n: 0, share: 0, restCorrelation: null });
});

/** 100 students, 20 items of four options with guessing; every fifth key is wrong when `planted`. */
function flags(seed: string, planted: boolean) {
  const random = draws(chance(seed));
  const items = Array.from({ length: 20 }, () => ({
    difficulty: random.normal(),
    slope: Math.exp(random.normal(0.2, 0.3)),
  }));
  const chosen = Array.from({ length: 100 }, () => {
    const ability = random.normal();
    return items.map(({ difficulty, slope }) => {
      const isKnown = random.happens(1 / (1 + Math.exp(slope * (difficulty - ability))));
      return isKnown ? 'A' : (['A', 'B', 'C', 'D'][Math.floor(4 * random.uniform())] ?? 'D');
    });
  });
  const keys = items.map((_, at) => (planted && at % 5 === 0 ? 'B' : 'A'));
  return suspectedKeys({ items: keys.map((_, at) => String(at)), chosen, key: keys });
}

test('of planted wrong keys at n = 100 nine in ten are found, and of right keys four in a hundred suspected', () => {
  const seeds = Array.from({ length: 25 }, (_, seed) => `${seed}`);
  const planted = seeds.flatMap((seed) => flags(seed, true).filter((_, at) => at % 5 === 0));
  const clean = seeds.flatMap((seed) => flags(seed, false));
  expect(planted.filter((option) => option === 'A').length / planted.length).toBeGreaterThanOrEqual(0.9);
  expect(clean.filter((option) => option !== null).length / clean.length).toBeLessThanOrEqual(0.04);
});

test('fewer than 50 answers name no other key', () => {
  const rest = Array.from({ length: 49 }, (_, at) => at);
  const chosen = rest.map((at) => (at > 20 ? 'B' : 'A'));
  const options = optionStatistics(chosen, 'A', rest);
  expect(suspectedKey(options, 49)).toBeNull();
  expect(suspectedKey(options, 50)).toBe('B');
});
