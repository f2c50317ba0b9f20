import { minAnswers } from './min-answers.ts';

/** How long an item took, in the unit of the values. */
export interface Spread {
  readonly n: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
}

/**
 * A quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, The American Statistician 50,
 * 1996, the default of R and NumPy); null without values.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

/** Quartiles; null for fewer values than tell anything. */
export function spreadOf(values: readonly number[]): Spread | null {
  const [q25, median, q75] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
  if (values.length < minAnswers.time || q25 == null || median == null || q75 == null) return null;
  return { n: values.length, q25, median, q75 };
}
