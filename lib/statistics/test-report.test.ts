import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { draws } from './draws.ts';
import { itemsForAlpha, testReport } from './test-report.ts';

const random = draws(chance('report'));
const difficulties = [-1, -0.3, 0.2, 0.9];
const answers = (people: number) =>
  Array.from({ length: people }, () => {
    const ability = random.normal();
    return difficulties.map((difficulty) =>
      random.happens(1 / (1 + Math.exp(difficulty - ability))) ? 1 : 0,
    );
  });
const report = (marks: readonly (readonly number[])[], max = [1, 1, 1, 1]) =>
  testReport({ items: ['a', 'b', 'c', 'd'], max, marks });

test('models of items stay silent until there are answers enough', () => {
  const [few, some, many] = [49, 50, 200].map((people) => report(answers(people)).items[0]);
  expect([few?.rasch, few?.twoParameter]).toEqual([null, null]);
  expect(some?.rasch?.difficultySe).toBeGreaterThan(0);
  expect(some?.twoParameter).toBeNull();
  expect(many?.twoParameter?.slopeSe).toBeGreaterThan(0);
});

test('where wrong answers cost marks, a facility below 0 lies within its interval', () => {
  const marks = [[-1], [-1], [-3], [0], [-2]];
  const [item] = testReport({ items: ['a'], max: [1], marks }).items;
  expect(item?.facility).toBeCloseTo(-1.4, 12);
  expect(item?.facilityInterval?.low).toBeLessThan(-1.4);
  expect(item?.facilityInterval?.low).toBeGreaterThanOrEqual(-3);
  expect(item?.facilityInterval?.high).toBeGreaterThan(-1.4);
});

test('items that all solved, and marks between, have no model, and every figure has its n', () => {
  const marks = answers(60).map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d === 1 ? 0.5 : 0, 1]);
  const items = testReport({ items: ['a', 'b', 'c', 'd', 'e'], max: [1, 1, 1, 1, 1], marks }).items;
  expect(items.map(({ rasch }) => rasch !== null)).toEqual([true, true, true, false, false]);
  // Marks between 0 and 1: mean and 1.96 standard errors of it, and not Wilson's interval.
  const { facility = 0, sd = 0, facilityInterval } = items[3] ?? {};
  expect(facilityInterval?.high).toBeCloseTo((facility ?? 0) + (1.959964 * (sd ?? 0)) / Math.sqrt(60), 6);
  expect(items[4]).toMatchObject({
    n: 60,
    facility: 1,
    restCorrelation: null,
    restCorrelationInterval: null,
  });
});

test('intervals hold what they are about', () => {
  for (const { facility, facilityInterval, restCorrelation, restCorrelationInterval } of report(answers(80))
    .items) {
    expect(facilityInterval?.low).toBeLessThan(facility ?? 0);
    expect(facilityInterval?.high).toBeGreaterThan(facility ?? 1);
    expect(restCorrelationInterval?.low).toBeLessThan(restCorrelation ?? -1);
  }
});

test('harder items are found harder', () => {
  const found = report(answers(800)).items.map(({ rasch }) => rasch?.difficulty ?? 0);
  expect(found.toSorted((a, b) => a - b)).toEqual(found);
});

test('who was not asked an item counts nowhere for it, and the test is of those who were asked all', () => {
  // Three students answered all: totals 3, 1, 0. The fourth met a and b only and had half of what could be had elsewhere.
  const table = {
    items: ['a', 'b', 'c'],
    max: [1, 1, 1],
    marks: [
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
      [1, 0, null],
    ],
  };
  const { test: whole, items } = testReport(table);
  expect(whole).toMatchObject({ n: 3, students: 4 });
  expect(whole.mean).toBeCloseTo(4 / 3, 12);
  expect(items.map(({ n }) => n)).toEqual([4, 4, 3]);
  expect(items[0]?.facility).toBe(0.75);
  // Item b against 2, 1, 0 of a and c, and 1 of 1 had by the fourth, which is 2 of 2: cov = (.75 * .75 + .25 * .25 + .25 * 1.25 - .25 * .75) / 3.
  const covariance = (0.75 * 0.75 + 0.25 * 0.25 + 0.25 * 1.25 - 0.25 * 0.75) / 3;
  const variances = (0.25 * ((0.75 ** 2 + 0.25 ** 2 + 1.25 ** 2 + 0.75 ** 2) / 3)) ** 0.5;
  expect(items[1]?.restCorrelation).toBeCloseTo(covariance / variances, 12);
});

test('slopes and difficulties are fitted although some answers are missing', () => {
  const marks = answers(400).map((row, at) => row.map((mark, item) => (at % 4 === item ? null : mark)));
  const { test: whole, items } = testReport({ items: ['a', 'b', 'c', 'd'], max: [1, 1, 1, 1], marks });
  expect(whole).toMatchObject({ n: 0, alpha: null, mean: null });
  expect(whole.rasch).toMatchObject({ n: 400, fitted: 4 });
  items.forEach(({ rasch }, at) => {
    // Three hundred answers: a standard error of about .15.
    expect(Math.abs((rasch?.difficulty ?? 9) - (difficulties[at] ?? 0))).toBeLessThan(0.6);
  });
});

test('Spearman and Brown by hand: from .6 to .8 takes 8/3 of the items', () => {
  const { test: whole } = report(answers(60));
  expect(itemsForAlpha({ ...whole, items: 12, alpha: 0.6 }, 0.8)).toBe(32);
  expect(itemsForAlpha({ ...whole, alpha: -0.2 }, 0.8)).toBeNull();
});

test.each([
  { why: 'nobody', marks: [] },
  { why: 'one student', marks: [[1, 0, 1, 1]] },
  { why: 'all alike', marks: Array.from({ length: 300 }, () => [1, 1, 0, 0]) },
  {
    why: 'items that part the students without a doubt',
    marks: Array.from({ length: 300 }, (_, at) => [0, 1, 2, 3].map((item) => (at % 5 > item ? 1 : 0))),
  },
  { why: 'nothing but missing answers', marks: Array.from({ length: 300 }, () => [null, null, null, null]) },
])('$why: no figure is NaN or infinite', ({ marks }) => {
  const found = testReport({ items: ['a', 'b', 'c', 'd'], max: [1, 1, 1, 1], marks });
  const numbers = JSON.stringify(found, (_, value) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not finite');
    return value;
  });
  expect(numbers).toContain('"items":4');
});
