import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { abilityScores } from './ability-scores.ts';
import { answerList } from './answer-list.ts';
import { draws } from './draws.ts';
import { fitIrt } from './irt.ts';
import { type Nodes, normalNodes } from './normal-nodes.ts';
import { lsat as lsatMarks } from './testing/lsat.ts';

test('nodes have the moments of the normal distribution', () => {
  const { points, weight } = normalNodes(81);
  const moment = (power: number) =>
    points.reduce((sum, x, node) => sum + (weight[node] ?? 0) * x ** power, 0);
  expect(moment(0)).toBeCloseTo(1, 10);
  expect(moment(1)).toBeCloseTo(0, 10);
  expect(moment(2)).toBeCloseTo(1, 6);
  expect(moment(4)).toBeCloseTo(3, 5);
});

test.each(['rasch', '2pl'] as const)(
  '%s: a long test of people who differ much is fitted as with nodes eight times as dense',
  (model) => {
    const random = draws(chance('wide'));
    const difficulties = Array.from({ length: 40 }, (_, at) => at / 10 - 2);
    const matrix = Array.from({ length: 300 }, () => {
      const ability = random.normal(0, 3);
      return difficulties.map((difficulty) =>
        random.happens(1 / (1 + Math.exp(difficulty - ability))) ? 1 : 0,
      );
    });
    const fitted = (nodes?: Nodes) =>
      fitIrt(answerList(matrix), { model, errors: false, tolerance: 1e-5, ...(nodes && { nodes }) });
    const [found, dense] = [fitted(), fitted(normalNodes(641))];
    expect(Math.abs(found.abilitySd - dense.abilitySd)).toBeLessThan(0.01);
    found.items.forEach(({ difficulty, slope }, at) => {
      expect(Math.abs(difficulty - (dense.items[at]?.difficulty ?? 9))).toBeLessThan(0.01);
      expect(Math.abs(slope - (dense.items[at]?.slope ?? 9))).toBeLessThan(0.01);
    });
  },
);

const lsat = answerList(lsatMarks);

test('Rasch: the published worked example', () => {
  const { items, abilitySd, abilitySdSe, logLikelihood } = fitIrt(lsat, { model: 'rasch' });
  expect(logLikelihood).toBeCloseTo(-2466.938, 2);
  expect(abilitySd).toBeCloseTo(0.7551, 3);
  expect(abilitySdSe).toBeCloseTo(0.0694, 3);
  const published = [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802];
  items.forEach(({ difficulty }, at) => {
    expect(Math.abs(difficulty / abilitySd - (published[at] ?? 0))).toBeLessThan(0.002);
  });
});

test('2PL: the published worked example, and a score with its error', () => {
  const { items, parameters, logLikelihood } = fitIrt(lsat, { model: '2pl' });
  expect(logLikelihood).toBeCloseTo(-2466.653, 2);
  const published = [
    [-3.3597, 0.8669, 0.8254, 0.2581],
    [-1.3696, 0.3073, 0.7229, 0.1867],
    [-0.2799, 0.0997, 0.8905, 0.2326],
    [-1.8659, 0.4341, 0.6886, 0.1852],
    [-3.1236, 0.87, 0.6575, 0.21],
  ];
  items.forEach(({ difficulty, difficultySe, slope, slopeSe }, at) => {
    [difficulty, difficultySe, slope, slopeSe].forEach((figure, column) => {
      const within = column === 2 ? 0.002 : 0.005;
      expect(Math.abs((figure ?? Number.NaN) - (published[at]?.[column] ?? 0))).toBeLessThan(within);
    });
  });
  const scores = abilityScores(lsat, parameters);
  // ltm scores by the mode, .606 for all right; the mean of so wide a posterior lies within a few hundredths of it.
  expect(Math.abs((scores.at(-1)?.ability ?? 9) - 0.606)).toBeLessThan(0.06);
  expect(scores.at(-1)?.se).toBeGreaterThan(0.75);
  expect(scores[0]?.ability).toBeLessThan(scores.at(-1)?.ability ?? -9);
});

test('parameters that are known are found again within their standard errors', () => {
  const random = draws(chance('2pl'));
  const truth = Array.from({ length: 12 }, (_, at) => ({ slope: 0.7 + at / 10, difficulty: -1.5 + at / 4 }));
  const matrix = Array.from({ length: 1000 }, () => {
    const ability = random.normal();
    return truth.map(({ slope, difficulty }) =>
      random.happens(1 / (1 + Math.exp(slope * (difficulty - ability)))) ? 1 : 0,
    );
  });
  const { items } = fitIrt(answerList(matrix), { model: '2pl', tolerance: 1e-4 });
  const away = items.flatMap((item, at) => [
    (item.slope - (truth[at]?.slope ?? 0)) / (item.slopeSe ?? 1),
    (item.difficulty - (truth[at]?.difficulty ?? 0)) / (item.difficultySe ?? 1),
  ]);
  // 24 normal deviates: their mean square lies below 1.8 with a chance of .99, and none beyond 4.
  expect(away.reduce((sum, z) => sum + z ** 2, 0) / away.length).toBeLessThan(1.8);
  expect(away.reduce((sum, z) => sum + z ** 2, 0) / away.length).toBeGreaterThan(0.4);
  expect(Math.max(...away.map(Math.abs))).toBeLessThan(4);
});

test('items that all or nobody solved stay finite under a prior, and the doubt is its own', () => {
  const matrix = Array.from({ length: 6 }, (_, row) => [1, 0, row % 2, row < 3 ? 1 : 0]);
  const { items } = fitIrt(answerList(matrix), { model: '2pl', priors: { intercept: 3, logSlope: 0.5 } });
  for (const { slope, difficulty, slopeSe } of items) {
    expect(Number.isFinite(slope) && Number.isFinite(difficulty)).toBe(true);
    expect(slope).toBeGreaterThan(0);
    // Six answers say next to nothing of a slope, whose prior has a standard deviation of half its size.
    expect(slopeSe).toBeGreaterThan(0.25);
  }
});

test('answers that do not hang together leave no spread of abilities, and no standard error of it', () => {
  // Every pattern of four answers, twice: no two items go together.
  const patterns = Array.from({ length: 32 }, (_, person) =>
    [1, 2, 4, 8].map((bit) => (person & bit ? 1 : 0)),
  );
  const { abilitySd, abilitySdSe } = fitIrt(answerList(patterns), { model: 'rasch' });
  expect(abilitySd).toBeLessThan(0.05);
  expect(abilitySdSe).toBeNull();
});
