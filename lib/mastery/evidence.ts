import { logistic } from './belief.ts';

/** One graded answer as evidence for the model. */
export interface Evidence {
  readonly correct: boolean;
  /** Probability of a lucky guess, 0..1. */
  readonly guess: number;
  /** Above 0, at most 1; see `evidenceWeight`. */
  readonly weight: number;
}

/** Derivatives of the log-likelihood of an answer at one logit. */
export interface Slope {
  /** First derivative: positive for a right answer, negative for a wrong one. */
  readonly gradient: number;
  /** Fisher information, the expected square of the gradient: at least 0. */
  readonly information: number;
}

/**
 * For P(right) = g + (1 - g) s(x), s the logistic function, the log-likelihood has these derivatives: k (1 - s) for a
 * right answer, where k = (1 - g) s / P is the probability that it was known and not guessed; -s for a wrong one. The
 * information is k s (1 - s). With g = 0: y - p and p (1 - p). (The three-parameter model with slope 1; Lord,
 * "Applications of Item Response Theory", 1980, chapter 5.) The expected information replaces the curvature,
 * which may have the wrong sign when answers can be guessed, so that no answer increases the variance.
 */
export function slopeAt(x: number, { correct, guess, weight }: Evidence): Slope {
  const s = logistic(x);
  const right = guess + (1 - guess) * s;
  const known = right === 0 ? 1 : ((1 - guess) * s) / right;
  return {
    gradient: weight * (correct ? known * (1 - s) : -s),
    information: weight * known * s * (1 - s),
  };
}

/**
 * The weight of an answer: halved for each opened hint, for an answer over time and for each earlier answer to the item,
 * and at least a quarter. The factors were chosen, not measured.
 */
export function evidenceWeight({
  hints,
  overTime,
  tries,
}: {
  hints: number;
  overTime: boolean;
  tries: number;
}): number {
  return Math.max(0.25, 0.5 ** (hints + tries) * (overTime ? 0.5 : 1));
}
