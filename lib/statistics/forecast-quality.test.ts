import { expect, test } from 'vitest';
import { forecastQuality } from './forecast-quality.ts';

const of = (pairs: readonly [number, boolean][]) =>
  forecastQuality(pairs.map(([forecast, happened]) => ({ forecast, happened })));

test('four forecasts, worked out by hand', () => {
  // Right .9 and .4, wrong .4 and .2: of four pairs three are in order and one is a tie.
  const found = of([
    [0.9, true],
    [0.4, true],
    [0.4, false],
    [0.2, false],
  ]);
  expect(found.auc).toBeCloseTo(3.5 / 4, 12);
  expect(found.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.8)) / 4, 12);
  expect(found.rmse).toBeCloseTo(Math.sqrt((0.01 + 0.36 + 0.16 + 0.04) / 4), 12);
  // Bins .9: |.9 - 1|; .4: |.8 - 1|; .2: .2; together .5 of four.
  expect(found.ece).toBeCloseTo(0.125, 12);
});

test('nothing to tell apart, and nothing at all, are null', () => {
  expect(of([[0.5, true]]).auc).toBeNull();
  expect(of([])).toEqual({ auc: null, logLoss: null, rmse: null, ece: null });
});

test('a certainty that fails costs much, but a finite amount', () => {
  expect(
    Number.isFinite(
      of([
        [1, false],
        [0, true],
      ]).logLoss ?? Number.NaN,
    ),
  ).toBe(true);
});
