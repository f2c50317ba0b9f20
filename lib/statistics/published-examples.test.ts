import { expect, test } from 'vitest';
import { itemStatistics, testStatistics } from './item-statistics.ts';
import { kurtosis, skewness } from './moments.ts';
import { lsat } from './testing/lsat.ts';

/**
 * Marks of 22 attempts at a quiz of 20 questions with which Moodle tests its quiz statistics
 * (mod/quiz/report/statistics/tests/statistics_test.php); what is expected comes from the spreadsheet named there. The
 * first four questions earned nobody a mark, the next three give none. These are questions 8 to 20.
 */
const marks = `
5.5 .3 .9 1 .3 1 0 0 1 1 0 0 1
1 .9 .9 .3 .3 1 0 0 1 0 1 0 1
2.5 1 .9 .3 1 0 0 1 1 1 1 1 1
4 .3 .9 1 .3 0 0 0 0 1 0 0 1
3 .9 .3 .9 1 0 1 0 0 1 1 1 0
4.5 .9 1 1 .9 0 1 1 1 0 0 0 0
3 .3 .3 .3 .3 1 0 1 1 1 1 1 1
6 .9 .9 1 .3 0 1 1 1 1 0 0 1
.5 .9 1 .9 .3 0 1 1 0 1 1 0 1
5.5 .9 1 .9 .3 1 1 0 0 1 0 0 0
2.5 .9 1 1 .9 0 1 0 0 1 0 0 1
4 .9 .3 .9 1 0 1 1 1 1 1 0 1
4 .9 .3 .3 1 1 1 1 0 0 1 1 0
3 1 1 .3 1 0 1 0 1 1 1 1 0
1 1 .9 .3 .3 1 0 1 0 0 0 0 0
1 .3 .3 .3 .9 0 0 0 1 0 0 0 1
1.5 1 .3 .9 1 1 1 0 1 1 0 0 0
4 .9 1 .9 1 0 1 1 1 0 1 0 0
2 .9 .9 .3 .9 0 1 0 0 0 0 0 0
1 1 .3 .3 .3 0 1 1 0 1 0 0 0
6 .9 1 1 .9 0 0 0 1 0 0 1 1
7 .9 .3 .3 .3 1 0 1 1 1 1 0 0`
  .trim()
  .split('\n')
  .map((row) => [0, 0, 0, 0, 0, 0, 0, ...row.split(' ').map(Number)]);
const max = [1, 1, 1, 1, 0, 0, 0, 8, ...Array.from({ length: 12 }, () => 1)];
const quiz = { items: max.map((_, at) => String(at + 1)), max, marks };

/** In per cent, as they are printed there; sd times 1,000. */
const published = {
  facility: [
    41.19318182, 81.36363636, 71.36363636, 65.45454545, 65.90909091, 36.36363636, 59.09090909, 50,
    59.09090909, 63.63636364, 45.45454545, 27.27272727, 50,
  ],
  sd: [
    1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591, 492.3659639, 503.2362797, 511.7663157,
    503.2362797, 492.3659639, 509.6471914, 455.8423058, 511.7663157,
  ],
  effectiveWeight: [
    26.58464457, 3.368456046, 3.253955259, 7.584083694, 3.79658376, 3.183278505, 4.532356904, 7.78856243,
    10.08351572, 8.381139345, 8.727645713, 7.946277111, 4.769500946,
  ],
  discriminationIndex: [
    25.88327077, 1.170256965, -4.207816809, 28.16930644, -2.513606859, -12.99017581, -8.900638238,
    8.670004606, 29.63337745, 15.18945843, 16.21079629, 15.52451404, -8.396734802,
  ],
  discriminativeEfficiency: [
    27.23492723, 1.382386552, -4.691171307, 31.12404354, -2.877487579, -17.5074184, -10.27568922, 10.86956522,
    34.58997279, 17.4790556, 20.14359793, 22.06477733, -10,
  ],
} as const;

test.each([
  ['facility', 100],
  ['sd', 1000],
  ['effectiveWeight', 100],
  ['discriminationIndex', 100],
  ['discriminativeEfficiency', 100],
] as const)("Moodle's own worked example: %s", (figure, times) => {
  const found = itemStatistics(quiz)
    .slice(7)
    .map((item) => (item[figure] ?? Number.NaN) * times);
  found.forEach((value, at) => {
    expect(Math.abs(value - (published[figure][at] ?? 0))).toBeLessThan(1e-6);
  });
});

test('questions that give no marks, or gave nobody any, are null where Moodle has no figure', () => {
  const [nobody, none] = [itemStatistics(quiz)[0], itemStatistics(quiz)[4]];
  expect(nobody).toMatchObject({ facility: 0, sd: 0, discriminationIndex: null, effectiveWeight: null });
  expect(none).toMatchObject({ facility: null, discriminationIndex: null, discriminativeEfficiency: null });
});

test("skewness and kurtosis: the example of Excel's SKEW and KURT, which are the same k-statistics", () => {
  const values = [3, 4, 5, 2, 3, 4, 5, 6, 4, 7];
  expect(skewness(values)).toBeCloseTo(0.359543071, 8);
  expect(kurtosis(values)).toBeCloseTo(-0.151799637, 8);
});

test('alpha: the figure that ltm prints for the LSAT, and the formula from all covariances', () => {
  const items = ['1', '2', '3', '4', '5'];
  const { alpha } = testStatistics({ items, max: [1, 1, 1, 1, 1], marks: lsat });
  expect(alpha).toBeCloseTo(0.295, 3);
  // k / (k - 1) times the share of the covariances in the sum of the whole matrix, the variance of the total.
  const means = items.map((_, i) => lsat.reduce((sum, row) => sum + (row[i] ?? 0), 0) / lsat.length);
  let [between, all] = [0, 0];
  for (const i of items.keys()) {
    for (const j of items.keys()) {
      const products = lsat.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / lsat.length;
      const covariance = products - (means[i] ?? 0) * (means[j] ?? 0);
      all += covariance;
      if (i !== j) between += covariance;
    }
  }
  expect(Math.abs((alpha ?? 9) - (5 / 4) * (between / all))).toBeLessThan(1e-12);
});
