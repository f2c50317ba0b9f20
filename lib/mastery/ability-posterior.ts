import { type Belief, expectedLogistic, withGuess } from './belief.ts';
import type { PoolItem } from './item-knowledge.ts';

/** Weights over `abilities` that add up to 1. */
export type Posterior = Float64Array;
/** Chance of a right answer at each of `abilities`. */
export type Curve = Float64Array;

const width = 0.1;
/** Logits from -6 to 6. */
export const abilities: readonly number[] = Array.from({ length: 121 }, (_, at) => (at - 60) * width);

type Measured = Pick<PoolItem, 'difficulty' | 'slope' | 'guess'>;

/** Chance of knowing an item at an ability, its difficulty being in doubt. */
export function chanceKnown(ability: number, { difficulty, slope }: Omit<Measured, 'guess'>): number {
  return expectedLogistic({
    mean: slope * (ability - difficulty.mean),
    variance: slope ** 2 * difficulty.variance,
  });
}

export function responseCurve(item: Measured): Curve {
  return Float64Array.from(abilities, (ability) => withGuess(chanceKnown(ability, item), item.guess));
}

export function normalPrior({ mean, variance }: Belief): Posterior {
  return normalised(abilities.map((ability) => Math.exp(-((ability - mean) ** 2) / (2 * variance))));
}

/**
 * The posterior after one more answer, by Bayes' rule on the grid; exact, so the order of answers does not matter.
 * An answer that was impossible at every ability leaves it as it was.
 */
export function updatePosterior(before: Posterior, curve: Curve, correct: boolean): Posterior {
  const after = new Float64Array(before.length);
  let total = 0;
  for (let at = 0; at < after.length; at++) {
    const right = curve[at] ?? 0;
    const weight = (before[at] ?? 0) * (correct ? right : 1 - right);
    after[at] = weight;
    total += weight;
  }
  if (total === 0) return before;
  for (let at = 0; at < after.length; at++) after[at] = (after[at] ?? 0) / total;
  return after;
}

/** P(ability > cut); each weight is spread evenly over its cell. */
export function probabilityAbove(posterior: Posterior, cut: number): number {
  const place = (cut - (abilities[0] ?? 0)) / width + 0.5;
  const cell = Math.floor(place);
  let above = 0;
  for (let at = Math.max(0, cell + 1); at < posterior.length; at++) above += posterior[at] ?? 0;
  return Math.min(1, above + (posterior[cell] ?? 0) * (cell + 1 - place));
}

/** The ability below which a share `at` of the belief lies. */
export function quantileOf(posterior: Posterior, at: number): number {
  let below = 0;
  for (const [cell, weight] of posterior.entries()) {
    if (below + weight >= at)
      return (abilities[cell] ?? 0) + width * ((at - below) / Math.max(weight, 1e-300) - 0.5);
    below += weight;
  }
  return abilities.at(-1) ?? 0;
}

/** The mean, the "expected a posteriori" estimate, and the variance. */
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
