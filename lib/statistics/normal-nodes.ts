/** Points and weights that approximate the standard normal distribution; the weights add up to 1. */
export interface Nodes {
  readonly points: readonly number[];
  readonly weight: readonly number[];
}

const furthest = 6;

/**
 * Evenly spaced places from -6 to 6, weighted by the density. A sum over them is off by a thousandth at most as long as
 * the gap is below 1.5 standard deviations of what is summed. Gauss-Hermite nodes are the better choice for a few answers,
 * but lie π / sqrt(n) apart: forty of them step over the posterior of somebody who answered a hundred items.
 */
export function normalNodes(n: number): Nodes {
  const at = Array.from({ length: n }, (_, node) => furthest * ((2 * node) / (n - 1) - 1));
  const density = at.map((x) => Math.exp(-(x ** 2) / 2));
  const total = density.reduce((sum, one) => sum + one, 0);
  return { points: at, weight: density.map((one) => one / total) };
}
