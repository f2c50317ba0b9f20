import { expect, test } from 'vitest';
import { barsOf } from './bars.ts';
import type { ScenarioResult } from './measure.ts';

const figures = { rps: 1, p50Ms: 1, p99Ms: 1, cpuMsPerRequest: 1 };

const scenario = (name: string, concurrency: number, cpuRatio: number, ratio: number): ScenarioResult => ({
  name,
  concurrency,
  ...figures,
  baseline: { name: 'bare', ...figures },
  ratio,
  ratioSpread: [ratio, ratio],
  cpuRatio,
  cpuRatioSpread: [cpuRatio, cpuRatio],
});

const weight = (path: string, htmlKb: number, jsKbGzip: number) => ({
  path,
  htmlKb,
  jsKbGzip,
  cssKbGzip: 1,
  requests: 9,
});

test('each bar is held against the worst value that it is about', () => {
  const scenarios = [
    scenario('introduction', 1, 0.8, 0.2),
    scenario('deep', 16, 1.5, 0.2),
    scenario('today', 16, 9, 0.1),
    scenario('answer', 1, 1.2, 0.3),
    scenario('answer', 16, 1.4, 0.7),
  ];
  const pageWeight = [
    weight('/lesson', 14, 150),
    weight('/lesson/deep', 20.5, 166),
    weight('/today', 90, 400),
    weight('twin /dynamic', 3, 140),
  ];
  const bars = barsOf({ scenarios, rssMb: 300, pageWeight }, ['/lesson', '/lesson/deep']);
  expect(bars.map(({ value, met }) => [value, met])).toEqual([
    // Processor time of a lesson page: at most 2, better 1. The page for today is none.
    [1.5, 'must'],
    // Of an answer: at most 2.5, better 1.5.
    [1.4, 'goal'],
    // Throughput of answers, only at 16 at once: at least .45, better .65.
    [0.7, 'goal'],
    // HTML of the heaviest lesson page: at most 20.
    [20.5, 'no'],
    // Scripts of the heaviest lesson page, 166 − 140: at most 25.
    [26, 'no'],
    // Memory: at most 300.
    [300, 'must'],
  ]);
});

test('a bar is met at its very limit and missed just beyond it', () => {
  const met = (cpuRatio: number, ratio: number) => {
    const scenarios = [
      scenario('answer', 16, cpuRatio, ratio),
      scenario('answer, PostgreSQL', 1, cpuRatio, 1),
    ];
    return barsOf({ scenarios, rssMb: 1, pageWeight: [] }, []).map((bar) => bar.met);
  };
  // Answer: CPU and throughput; PostgreSQL: CPU, at most 3; memory.
  expect(met(1.5, 0.65)).toEqual(['goal', 'goal', 'must', 'must']);
  expect(met(2.5, 0.45)).toEqual(['must', 'must', 'must', 'must']);
  expect(met(3.01, 0.44)).toEqual(['no', 'no', 'no', 'must']);
});
