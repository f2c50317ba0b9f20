import { expect, test } from 'vitest';
import {
  abilities,
  meanAndVariance,
  normalPrior,
  probabilityAbove,
  quantileOf,
  responseCurve,
  updatePosterior,
} from './ability-posterior.ts';
import { abilityAt, shareKnown } from './reference-share.ts';
import { informationAt } from './test-bank.ts';

const item = (mean: number, { variance = 0, slope = 1, guess = 0.25 } = {}) => ({
  difficulty: { mean, variance },
  slope,
  guess,
});
const prior = normalPrior({ mean: 0, variance: 1 });

test('the prior is the normal distribution', () => {
  // Normal tables: P(Z > .5) = .308538, P(Z > 0) = .5, the 10 % point at -1.281552.
  expect(probabilityAbove(prior, 0.5)).toBeCloseTo(0.308538, 3);
  expect(probabilityAbove(prior, 0)).toBeCloseTo(0.5, 10);
  expect(quantileOf(prior, 0.1)).toBeCloseTo(-1.281552, 2);
  expect(meanAndVariance(prior).mean).toBeCloseTo(0, 10);
  expect(meanAndVariance(prior).variance).toBeCloseTo(1, 4);
  expect(probabilityAbove(prior, -7)).toBeCloseTo(1, 12);
  expect(probabilityAbove(prior, 7)).toBe(0);
});

test('the order of answers does not matter', () => {
  const answers = [-1, 0.4, 2, 0, -0.3].map((difficulty, at) => ({
    curve: responseCurve(item(difficulty, { slope: 1 + at / 5 })),
    correct: at % 2 === 0,
  }));
  const one = answers.reduce((before, { curve, correct }) => updatePosterior(before, curve, correct), prior);
  const other = answers.reduceRight(
    (before, { curve, correct }) => updatePosterior(before, curve, correct),
    prior,
  );
  for (const [cell, weight] of one.entries()) expect(other[cell]).toBeCloseTo(weight, 12);
});

test('a right answer raises the probability of strong and a wrong one lowers it, on any item', () => {
  for (const difficulty of [-5, -1, 0, 1, 5]) {
    for (const guess of [0, 0.25, 0.5]) {
      const curve = responseCurve(item(difficulty, { guess }));
      const right = probabilityAbove(updatePosterior(prior, curve, true), 0.5);
      const wrong = probabilityAbove(updatePosterior(prior, curve, false), 0.5);
      expect(right).toBeGreaterThan(probabilityAbove(prior, 0.5));
      expect(wrong).toBeLessThan(probabilityAbove(prior, 0.5));
    }
  }
});

test('the posterior stays a distribution after a thousand answers and after an impossible one', () => {
  const hard = responseCurve(item(5, { guess: 0 }));
  let belief = prior;
  for (let count = 0; count < 1000; count++) belief = updatePosterior(belief, hard, true);
  expect(belief.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  expect(probabilityAbove(belief, 0.5)).toBeCloseTo(1, 6);
  const certain = Float64Array.from(abilities, () => 1);
  expect(updatePosterior(prior, certain, false)).toEqual(prior);
});

test('an uncertain difficulty weakens the evidence of an answer', () => {
  const sure = updatePosterior(prior, responseCurve(item(0)), true);
  const unsure = updatePosterior(prior, responseCurve(item(0, { variance: 1.4 })), true);
  expect(probabilityAbove(sure, 0.5)).toBeGreaterThan(probabilityAbove(unsure, 0.5));
});

test('without guessing, information peaks at the difficulty with a quarter of the squared slope', () => {
  expect(informationAt(0.7, item(0.7, { guess: 0, slope: 2 }))).toBeCloseTo(1, 12);
  expect(informationAt(0.7, item(0.2, { guess: 0, slope: 2 }))).toBeLessThan(1);
  // With g = .25 at the difficulty itself: (1 - g) s² (1 - s) / P = .75 .125 / .625 = .15.
  expect(informationAt(0, item(0))).toBeCloseTo(0.15, 12);
});

test('for equal items, share and ability are related by the logistic function', () => {
  const equal = Array.from({ length: 10 }, () => item(0.4));
  expect(shareKnown(equal, 0.4)).toBeCloseTo(0.5, 12);
  // logit(.7) = .847298
  expect(abilityAt(equal, 0.7)).toBeCloseTo(0.4 + 0.847298, 5);
  const mixed = [item(-2), item(0), item(1, { slope: 2 })];
  for (const share of [0.1, 0.5, 0.7, 0.9])
    expect(shareKnown(mixed, abilityAt(mixed, share))).toBeCloseTo(share, 6);
});
