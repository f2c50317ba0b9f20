import { logistic } from './belief.ts';

/** One graded answer, as the model reads it. */
export interface Evidence {
  readonly correct: boolean;
  /** Chance of a lucky guess, 0..1. */
  readonly guess: number;
  /** How much it counts, above 0 up to 1; see `evidenceWeight`. */
  readonly weight: number;
}

/** How the log-likelihood of an answer runs at one place. */
export interface Slope {
  /** Its first derivative: above 0 for a right answer, below for a wrong one. */
  readonly gradient: number;
  /** Fisher's information, the expected square of the gradient: never below 0. */
  readonly information: number;
}

/**
 * For P(right) = g + (1 - g) s(x), s the logistic function, the log-likelihood has these derivatives: k (1 - s) for a
 * right answer, where k = (1 - g) s / P is the chance that it was known and not guessed; -s for a wrong one. The
 * information is k s (1 - s). With g = 0: y - p and p (1 - p). (The three-parameter model with slope 1; Lord,
 * "Applications of Item Response Theory", 1980, chapter 5.) The expected information stands in for the curvature,
 * which with a guess floor may have the wrong sign, so that no answer can ever add doubt.
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
 * What help, lateness and having answered the item before leave of an answer's weight. Chosen, not measured: half for
 * each, and never below a quarter.
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
