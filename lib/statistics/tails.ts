import { incompleteBeta } from './f-distribution.ts';

/** The probability of at least `successes` in `n` trials of probability `p`, exact. */
export function chanceOfAtLeast(successes: number, n: number, p: number): number {
  if (successes <= 0) return 1;
  return successes > n ? 0 : incompleteBeta(p, successes, n - successes + 1);
}

/** The probability of at most `successes` in `n` trials of probability `p`, exact. */
export function chanceOfAtMost(successes: number, n: number, p: number): number {
  return successes >= n ? 1 : chanceOfAtLeast(n - successes, n, 1 - p);
}

/** The probability that Student's t with `df` degrees of freedom is above `t`. */
export function chanceOfTAbove(t: number, df: number): number {
  if (!Number.isFinite(t)) return t > 0 ? 0 : 1;
  const both = incompleteBeta(df / (df + t ** 2), df / 2, 1 / 2);
  return t > 0 ? both / 2 : 1 - both / 2;
}

/**
 * Which of several tests, made together, are discoveries: the procedure of Benjamini and Hochberg (Journal of the Royal
 * Statistical Society B 57, 1995). At most `rate` of the discoveries are false on average, and where all hypotheses hold
 * nothing is discovered with a probability of at least 1 - `rate`.
 */
export function discoveries(pValues: readonly number[], rate: number): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, at) => p <= ((at + 1) / sorted.length) * rate);
  const limit = sorted[last] ?? -1;
  return pValues.map((p) => p <= limit);
}
