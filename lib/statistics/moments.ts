export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length > 0 ? sum(values) / values.length : null;
}

/** Sum of products of deviations over n - 1; null for fewer than two pairs. */
export function covariance(x: readonly number[], y: readonly number[]): number | null {
  const n = Math.min(x.length, y.length);
  if (n < 2) return null;
  const [atX, atY] = [sum(x) / n, sum(y) / n];
  return x.reduce((total, value, at) => total + (value - atX) * ((y[at] ?? 0) - atY), 0) / (n - 1);
}

export function variance(values: readonly number[]): number | null {
  return isConstant(values) ? (values.length > 1 ? 0 : null) : covariance(values, values);
}

/** Pearson's correlation; null when one of the two does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (isConstant(x) || isConstant(y)) return null;
  const [both, ofX, ofY] = [covariance(x, y), covariance(x, x), covariance(y, y)];
  return both === null || !ofX || !ofY ? null : within(both / Math.sqrt(ofX * ofY));
}

/** k3 / k2^1.5, with Fisher's k-statistics; null for fewer than three values or none that differ. */
export function skewness(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 3 || isConstant(values)) return null;
  const k3 = (n ** 2 * moment(values, 3)) / ((n - 1) * (n - 2));
  return k3 / secondK(values) ** 1.5;
}

/** k4 / k2²: 0 for a normal distribution; null for fewer than four values or none that differ. */
export function kurtosis(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 4 || isConstant(values)) return null;
  const spread = (n + 1) * moment(values, 4) - 3 * (n - 1) * moment(values, 2) ** 2;
  return (n ** 2 * spread) / ((n - 1) * (n - 2) * (n - 3)) / secondK(values) ** 2;
}

/** Rounding may give equal values a variance just above 0, so equality, but for rounding, is asked for itself. */
function isConstant(values: readonly number[]): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return values.length === 0 || most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most));
}

const secondK = (values: readonly number[]) => (values.length * moment(values, 2)) / (values.length - 1);

/** Mean of the deviations to a power. */
function moment(values: readonly number[], power: number): number {
  const middle = sum(values) / values.length;
  return values.reduce((total, value) => total + (value - middle) ** power, 0) / values.length;
}

const within = (value: number) => Math.max(-1, Math.min(1, value));
