import { expect, test } from 'vitest';
import { chance } from '#lib/sitting/chance.ts';
import { draws } from './draws.ts';
import { testReport } from './test-report.ts';

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

test('items that all solved, and marks between, have no model, and every figure has its n', () => {
  const marks = answers(60).map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d === 1 ? 0.5 : 0, 1]);
  const items = testReport({ items: ['a', 'b', 'c', 'd', 'e'], max: [1, 1, 1, 1, 1], marks }).items;
  expect(items.map(({ rasch }) => rasch !== null)).toEqual([true, true, true, false, false]);
  expect(items[3]?.facilityInterval).toBeNull();
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
