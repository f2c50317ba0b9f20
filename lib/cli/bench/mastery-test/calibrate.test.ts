import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { isCalibrated, priorDifficulty } from '#lib/mastery/item-knowledge.ts';
import { draws } from '#lib/statistics/draws.ts';
import { correlation } from '#lib/statistics/moments.ts';
import { calibrated } from './calibrate.ts';
import { simulatedBank } from './simulated-bank.ts';

test('levels shift the prior difficulty by a third of a logit and hardly reduce its variance', () => {
  const [easy, medium, hard] = (['easy', 'medium', 'hard'] as const).map(priorDifficulty);
  expect([easy?.mean, medium?.mean, hard?.mean]).toEqual([-0.33, 0, 0.33]);
  expect(medium?.variance).toBe(1.4);
});

test('estimated difficulties correlate with the true ones after twenty answers per item, and more after 200', () => {
  const source = chance('calibrate');
  const random = draws(source);
  const bank = simulatedBank('mcq', 0.25, random);
  const agreement = (answers: number) => {
    const pool = calibrated(bank, answers, source, random);
    expect(pool.reduce((sum, item) => sum + item.answers, 0)).toBe(60 * answers);
    const found = pool.map(({ difficulty }) => difficulty.mean);
    return (
      correlation(
        bank.map(({ difficulty }) => difficulty),
        found,
      ) ?? 0
    );
  };
  expect(agreement(20)).toBeGreaterThan(0.7);
  expect(agreement(200)).toBeGreaterThan(0.88);
});

test('an item is calibrated from twenty answers on', () => {
  expect([19, 20].map((answers) => isCalibrated({ answers }))).toEqual([false, true]);
});
