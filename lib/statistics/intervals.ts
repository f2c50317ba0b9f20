import { quantileOfF } from './f-distribution.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of a two-sided 95 % interval. */
const z95 = 1.959963984540054;

/** Wilson's interval for a proportion (JASA 22, 1927); null without trials. */
export function proportionInterval(successes: number, n: number, z: number = z95): Interval | null {
  if (n <= 0) return null;
  const p = successes / n;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The interval of a correlation by Fisher's z, artanh r with standard error 1 / sqrt(n - 3); null below four pairs. */
export function correlationInterval(r: number | null, n: number, z: number = z95): Interval | null {
  if (r === null || n < 4) return null;
  if (Math.abs(r) >= 1) return { low: r, high: r };
  const half = z / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/** The interval of a mean, by the normal distribution, within what can be; null below two values. */
export function meanInterval(
  { mean, sd, n }: { readonly mean: number | null; readonly sd: number | null; readonly n: number },
  [least, most]: readonly [number, number],
  z: number = z95,
): Interval | null {
  if (mean === null || sd === null || n < 2) return null;
  const half = (z * sd) / Math.sqrt(n);
  return { low: Math.max(least, mean - half), high: Math.min(most, mean + half) };
}

/**
 * Feldt's 95 % interval of Cronbach's alpha (Psychometrika 30, 1965): (1 - alpha) / (1 - estimate) is distributed as F
 * with n - 1 and (n - 1)(k - 1) degrees of freedom. Null without alpha.
 */
export function alphaInterval(alpha: number | null, n: number, items: number): Interval | null {
  if (alpha === null || n < 2 || items < 2) return null;
  const [above, below] = [n - 1, (n - 1) * (items - 1)];
  return {
    low: 1 - (1 - alpha) * quantileOfF(0.975, above, below),
    high: 1 - (1 - alpha) * quantileOfF(0.025, above, below),
  };
}
