/** A belief about a quantity in logits: a normal distribution. */
export interface Belief {
  readonly mean: number;
  readonly variance: number;
}

/** 1 / (1 + e^-x), finite for every x. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * The mean of logistic(x) over a normal belief about x, within .02. Uncertainty moves it towards one half.
 * MacKay, "The evidence framework applied to classification networks", Neural Computation 4 (1992).
 */
export function expectedLogistic({ mean, variance }: Belief): number {
  return logistic(mean / Math.sqrt(1 + (Math.PI * variance) / 8));
}

/** Probability of a right answer by a learner who knows it with probability `known` and guesses otherwise. */
export function withGuess(known: number, guess: number): number {
  return guess + (1 - guess) * known;
}
