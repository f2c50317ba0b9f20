import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { abilityScores } from './ability-scores.ts';
import { answerList } from './answer-list.ts';
import { draws } from './draws.ts';
import { forecastQuality } from './forecast-quality.ts';
import { correlationInterval, proportionInterval } from './intervals.ts';
import { fitIrt } from './irt.ts';
import { itemStatistics, type MarkTable, testStatistics } from './item-statistics.ts';

const random = draws(chance('properties'));
const items = ['a', 'b', 'c', 'd', 'e', 'f'];
const table: MarkTable = {
  items,
  max: [1, 2, 1, 4, 1, 1],
  marks: Array.from({ length: 40 }, () =>
    [1, 2, 1, 4, 1, 1].map((most) => Math.round(random.uniform() * most * 2) / 2),
  ),
};
const near = (a: number | null | undefined, b: number | null | undefined) =>
  expect(a ?? Number.NaN).toBeCloseTo(b ?? Number.NaN, 10);

test('the order of students changes nothing', () => {
  const mixed = { ...table, marks: chance('students').shuffle(table.marks) };
  const [one, other] = [table, mixed].map(testStatistics);
  for (const figure of ['alpha', 'sd', 'skewness', 'kurtosis', 'se'] as const)
    near(one?.[figure], other?.[figure]);
  itemStatistics(mixed).forEach((item, at) => {
    near(item.discriminativeEfficiency, itemStatistics(table)[at]?.discriminativeEfficiency);
  });
});

test('the order of items moves their figures along and changes none', () => {
  const order = chance('items').shuffle(items.map((_, at) => at));
  const pick = <T>(values: readonly T[]) => order.flatMap((at) => values.slice(at, at + 1));
  const mixed = { items: pick(items), max: pick(table.max), marks: table.marks.map(pick) };
  near(testStatistics(mixed).alpha, testStatistics(table).alpha);
  for (const item of itemStatistics(mixed)) {
    const before = itemStatistics(table).find((one) => one.item === item.item);
    near(item.restCorrelation, before?.restCorrelation);
    near(item.effectiveWeight, before?.effectiveWeight);
  }
});

test('marks in another unit leave all that has none', () => {
  const scaled = {
    ...table,
    max: table.max.map((one) => one * 7),
    marks: table.marks.map((row) => row.map((mark) => (mark ?? 0) * 7)),
  };
  near(testStatistics(scaled).alpha, testStatistics(table).alpha);
  near(testStatistics(scaled).se, 7 * (testStatistics(table).se ?? 0));
  itemStatistics(scaled).forEach((item, at) => {
    near(item.facility, itemStatistics(table)[at]?.facility);
  });
});

test('an efficiency is never nearer to 0 than its correlation says, and neither leaves -1 to 1', () => {
  for (const { restCorrelation, discriminativeEfficiency } of itemStatistics(table)) {
    expect(Math.sign(discriminativeEfficiency ?? 0)).toBe(Math.sign(restCorrelation ?? 0));
    expect(Math.abs(restCorrelation ?? 9)).toBeLessThanOrEqual(1);
    expect(discriminativeEfficiency ?? 9).toBeLessThanOrEqual(1 + 1e-12);
  }
});

test('ability scores: one more right answer never lowers one, and the order of answers does not matter', () => {
  const parameters = {
    slope: Float64Array.from(items, () => Math.exp(random.normal(0, 0.5))),
    intercept: Float64Array.from(items, () => random.normal()),
  };
  const rows = Array.from({ length: 2 ** items.length }, (_, pattern) =>
    items.map((_, at) => (pattern >> at) & 1),
  );
  const scores = abilityScores(answerList(rows), parameters);
  rows.forEach((row, pattern) => {
    row.forEach((mark, at) => {
      if (mark === 1) return;
      expect(scores[pattern | (1 << at)]?.ability).toBeGreaterThan(scores[pattern]?.ability ?? 9);
    });
  });
});

test.each([
  { why: 'all right', of: () => 1 },
  { why: 'all wrong', of: () => 0 },
])('$why: fits under a prior, scores and errors stay finite', ({ of }) => {
  const answers = answerList(Array.from({ length: 500 }, () => items.map(of)));
  for (const model of ['rasch', '2pl'] as const) {
    const fit = fitIrt(answers, { model, priors: { intercept: 2, logSlope: 0.5 } });
    const figures = fit.items.flatMap((item) => [item.difficulty, item.slope, item.difficultySe ?? 0]);
    const scores = abilityScores(answers, fit.parameters).flatMap(({ ability, se }) => [ability, se]);
    for (const figure of [...figures, ...scores, fit.logLikelihood])
      expect(Number.isFinite(figure)).toBe(true);
  }
});

test('10,000 certain forecasts, right or wrong, have finite figures', () => {
  for (const forecast of [0, 1]) {
    for (const happened of [true, false]) {
      const { logLoss, rmse, ece } = forecastQuality(
        Array.from({ length: 10_000 }, () => ({ forecast, happened })),
      );
      for (const figure of [logLoss, rmse, ece]) expect(Number.isFinite(figure)).toBe(true);
    }
  }
});

test('intervals hold their figure, stay within bounds and narrow with n', () => {
  for (const share of [0, 0.1, 0.5, 1]) {
    const [few, many] = [20, 2000].map((n) => proportionInterval(share * n, n));
    expect(few?.low).toBeLessThanOrEqual(share);
    expect(few?.high).toBeGreaterThanOrEqual(share - 1e-12);
    expect((many?.high ?? 9) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
  }
  for (const r of [-0.99, 0, 0.7]) {
    const found = correlationInterval(r, 30);
    expect(found?.low).toBeGreaterThanOrEqual(-1);
    expect(found?.low).toBeLessThan(r);
    expect(found?.high).toBeGreaterThan(r);
  }
});
