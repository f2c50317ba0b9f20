import { type Belief, expectedLogistic, withGuess } from './belief.ts';
import type { PoolItem } from './item-knowledge.ts';

/** Weights over `abilities`, with sum 1. */
export type Posterior = Float64Array;
/** Probability of a right answer at each of `abilities`. */
export type Curve = Float64Array;

const width = 0.1;
/** The grid: logits from -6 to 6. */
export const abilities: readonly number[] = Array.from({ length: 121 }, (_, at) => (at - 60) * width);

type Measured = Pick<PoolItem, 'difficulty' | 'slope' | 'guess'>;

/** Probability of knowing an item at an ability, averaged over the uncertainty of its difficulty. */
export function chanceKnown(ability: number, { difficulty, slope }: Omit<Measured, 'guess'>): number {
  return expectedLogistic({
    mean: slope * (ability - difficulty.mean),
    variance: slope ** 2 * difficulty.variance,
  });
}

/** Probability of a right answer to an item over the grid, guesses included. */
export function responseCurve(item: Measured): Curve {
  return Float64Array.from(abilities, (ability) => withGuess(chanceKnown(ability, item), item.guess));
}

/** A normal distribution on the grid. */
export function normalPrior({ mean, variance }: Belief): Posterior {
  return normalised(abilities.map((ability) => Math.exp(-((ability - mean) ** 2) / (2 * variance))));
}

/**
 * The posterior after one more answer, by Bayes' rule on the grid. The order of answers does not matter. An answer that
 * is impossible at every ability leaves the posterior unchanged.
 */
export function updatePosterior(prior: Posterior, curve: Curve, correct: boolean): Posterior {
  return updateInPlace(prior.slice(), curve, correct);
}

/** The same for a posterior of the caller's own, which is changed and returned. */
export function updateInPlace(posterior: Posterior, curve: Curve, correct: boolean): Posterior {
  let total = 0;
  for (let at = 0; at < posterior.length; at++) {
    const right = curve[at] ?? 0;
    total += (posterior[at] ?? 0) * (correct ? right : 1 - right);
  }
  if (total === 0) return posterior;
  for (let at = 0; at < posterior.length; at++) {
    const right = curve[at] ?? 0;
    posterior[at] = ((posterior[at] ?? 0) * (correct ? right : 1 - right)) / total;
  }
  return posterior;
}

/** P(ability > cut); the weight of each grid point is spread evenly over its cell. */
export function probabilityAbove(posterior: Posterior, cut: number): number {
  const position = (cut - (abilities[0] ?? 0)) / width + 0.5;
  const cell = Math.floor(position);
  let above = 0;
  for (let at = Math.max(0, cell + 1); at < posterior.length; at++) above += posterior[at] ?? 0;
  return Math.min(1, above + (posterior[cell] ?? 0) * (cell + 1 - position));
}

/** The ability below which the posterior has the probability `share`. */
export function quantileOf(posterior: Posterior, share: number): number {
  let below = 0;
  for (const [cell, weight] of posterior.entries()) {
    if (below + weight >= share)
      return (abilities[cell] ?? 0) + width * ((share - below) / Math.max(weight, 1e-300) - 0.5);
    below += weight;
  }
  return abilities.at(-1) ?? 0;
}

/** The mean (the expected-a-posteriori estimate) and the variance. */
export function meanAndVariance(posterior: Posterior): Belief {
  const mean = posterior.reduce((sum, weight, at) => sum + weight * (abilities[at] ?? 0), 0);
  const square = posterior.reduce((sum, weight, at) => sum + weight * (abilities[at] ?? 0) ** 2, 0);
  return { mean, variance: Math.max(0, square - mean ** 2) };
}

function normalised(weights: readonly number[]): Posterior {
  let total = 0;
  for (const weight of weights) total += weight;
  return Float64Array.from(weights, (weight) => weight / total);
}
