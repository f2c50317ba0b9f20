import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { draws } from './draws.ts';

const many = 10_000;

test('normal draws have the mean and spread that was asked for', () => {
  const random = draws(chance('normal'));
  const values = Array.from({ length: many }, () => random.normal(2, 3));
  const mean = values.reduce((sum, value) => sum + value, 0) / many;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many;
  // Standard errors: 3 / 100, and 9 sqrt(2) / 100.
  expect(Math.abs(mean - 2)).toBeLessThan(0.12);
  expect(Math.abs(spread - 9)).toBeLessThan(0.51);
  const within = values.filter((value) => Math.abs(value - 2) < 3).length / many;
  expect(Math.abs(within - 0.6827)).toBeLessThan(0.02);
});

test('places are drawn as often as they weigh', () => {
  const random = draws(chance('index'));
  const counts = [0, 0, 0];
  for (let draw = 0; draw < many; draw++) {
    const at = random.index([0.2, 0, 0.8]);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  expect(Math.abs((counts[0] ?? 0) / many - 0.2)).toBeLessThan(0.016);
  expect(counts[1]).toBe(0);
});

test('what is certain happens, what cannot be does not', () => {
  const random = draws(chance('certain'));
  const draw = (probability: number) => Array.from({ length: 200 }, () => random.happens(probability));
  expect(new Set(draw(1))).toEqual(new Set([true]));
  expect(new Set(draw(0))).toEqual(new Set([false]));
});
