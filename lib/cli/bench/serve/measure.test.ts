import { expect, test } from 'vitest';
import { medianOf, type Run, resultOf } from './measure.ts';

test.each([
  { values: [3, 1, 2], median: 2, spread: [1, 3], why: 'of an odd number of values it is the middle one' },
  {
    values: [4, 1, 2, 9],
    median: 3,
    spread: [1, 9],
    why: 'of an even number it lies between the middle two',
  },
  { values: [5], median: 5, spread: [5, 5], why: 'one value is its own median' },
])('median and spread: $why', ({ values, median, spread }) => {
  expect(medianOf(values)).toEqual({ median, spread });
});

const run = (rps: number, cpuMsPerRequest: number, durationsMs: number[]): Run => ({
  rps,
  cpuMsPerRequest,
  durationsMs,
});

test('ratios are taken round by round, figures over all rounds', () => {
  const result = resultOf('deep', 16, 'bare page', [
    [run(50, 8, [10, 20]), run(100, 4, [1, 1])],
    [run(10, 9, [30, 40]), run(40, 3, [1, 3])],
    [run(60, 4, [50]), run(80, 4, [5])],
  ]);
  // Throughput: 50/100, 10/40, 60/80. CPU: 8/4, 9/3, 4/4. The ratio of the medians, 50/80, would be another one.
  expect(result).toMatchObject({
    name: 'deep',
    concurrency: 16,
    rps: 50,
    cpuMsPerRequest: 8,
    p50Ms: 30,
    baseline: { name: 'bare page', rps: 80, cpuMsPerRequest: 4, p50Ms: 1 },
    ratio: 0.5,
    ratioSpread: [0.25, 0.75],
    cpuRatio: 2,
    cpuRatioSpread: [1, 3],
  });
  // Linear interpolation between order statistics: 0.99 × 4 = 3.96, so 40 + 0.96 × 10.
  expect(result.p99Ms).toBeCloseTo(49.6, 9);
});
