import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { logistic } from '#lib/mastery/belief.ts';
import { draws } from '#lib/statistics/draws.ts';
import { realDesigns } from './real-designs.ts';
import { type ItemInformation, simulate } from './simulated-designs.ts';
import { tally } from './tally.ts';

test('a tally matches figures computed by hand', () => {
  const found = tally('x', [
    { isStrong: true, outcome: 'strong', pStrong: 0.9, length: 3 },
    { isStrong: false, outcome: 'unsure', pStrong: 0.6, length: 10 },
    { isStrong: true, outcome: 'not-yet', pStrong: 0.1, length: 4 },
    { isStrong: false, outcome: 'not-yet', pStrong: 0.05, length: 3 },
  ]);
  expect(found).toMatchObject({ n: 4, error: 0.5, undecided: 0.25, meanLength: 5, falseStrong: 0.5 });
  expect(found.wrongAmongDecided).toBeCloseTo(1 / 3, 12);
  // Bins: .9 is .1 short, .6 is .6 over, .1 is .9 short, .05 is .05 over.
  expect(found.ece).toBeCloseTo((0.1 + 0.6 + 0.9 + 0.05) / 4, 12);
});

/** With 3,000 people a share of .2 has a standard error of .007; ten item banks add as much again. */
const size = { banks: 10, people: 300, seed: 'bars' };
const slack = 0.02;
const mcq = (information: ItemInformation, way: string) => {
  const [design] = simulate({ kind: 'mcq', information, ways: [way] }, size);
  if (!design) throw new Error(`There is no way "${way}"`);
  return design;
};

test('with known parameters and four options, the Bayesian stopping rule keeps its error rates', () => {
  const found = mcq('known', 'Bayes stop .85, max 10');
  expect(found.error).toBeLessThan(0.16 + slack);
  expect(found.meanLength).toBeLessThan(6.2);
  expect(found.undecided).toBeLessThan(0.28 + slack);
  expect(found.wrongAmongDecided).toBeLessThan(0.095 + slack);
  expect(found.ece).toBeLessThan(0.03 + slack / 2);
});

test('judging a fixed test of ten by its posterior is wrong less often than a pass mark of seven', () => {
  const posterior = mcq('known', 'fixed 10, posterior');
  const raw = mcq('known', 'fixed 10, raw >= 7');
  expect(posterior.error).toBeLessThan(0.205 + slack);
  expect(posterior.error).toBeLessThan(raw.error - 0.02);
  expect(raw).toMatchObject({ undecided: 0, ece: null, meanLength: 10 });
});

test('with author labels only, the stated probabilities are still calibrated', () => {
  const found = mcq('labels', 'fixed 10, posterior');
  expect(found.error).toBeLessThan(0.22 + slack);
  expect(found.ece).toBeLessThan(0.03 + slack / 2);
});

test('on real answers the adaptive test asks fewer questions and is wrong no more often', () => {
  const random = draws(chance('answers'));
  const items = Array.from({ length: 30 }, (_, at) => ({
    id: `q${at}`,
    difficulty: random.normal(-0.4, 1),
    slope: Math.exp(random.normal(0.2, 0.4)),
  }));
  const matrix = Array.from({ length: 400 }, () => {
    const ability = random.normal();
    return items.map(({ difficulty, slope }) =>
      random.happens(logistic(slope * (ability - difficulty))) ? 1 : 0,
    );
  });
  const designs = realDesigns(
    { items: items.map(({ id }) => id), matrix },
    { cut: 0.65, splits: 3, seed: 'a' },
  );
  const of = (way: string) => designs.find(({ name }) => name === `real answers: ${way}`);
  const [fixed, stopped] = [of('fixed 10, posterior'), of('Bayes stop .85, max 10')];
  expect(stopped?.n).toBe(600);
  expect(stopped?.meanLength).toBeLessThan(7);
  expect(stopped?.error).toBeLessThan((fixed?.error ?? 0) + 0.03);
});
