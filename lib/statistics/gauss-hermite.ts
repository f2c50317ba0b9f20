/** Places and weights that stand for the standard normal distribution: the weights add up to 1. */
export interface Nodes {
  readonly at: readonly number[];
  readonly weight: readonly number[];
}

/**
 * Gauss-Hermite nodes for N(0, 1): exact means of polynomials up to degree 2n - 1. The nodes are the roots of the
 * orthonormal Hermite polynomial h_n for that weight, found by bisection between the roots of h_(n-1); the weight of a
 * root is 1 / (n h_(n-1)²) (Abramowitz and Stegun, 25.4.46).
 */
export function gaussHermite(n: number): Nodes {
  let roots: number[] = [];
  for (let degree = 1; degree <= n; degree++) {
    const edge = 2 * Math.sqrt(degree) + 1;
    const bounds = [-edge, ...roots, edge];
    roots = Array.from({ length: degree }, (_, at) =>
      rootBetween(degree, bounds[at] ?? -edge, bounds[at + 1] ?? edge),
    );
  }
  return { at: roots, weight: roots.map((root) => 1 / (n * hermite(n - 1, root) ** 2)) };
}

/** h_(k+1) = (x h_k - sqrt(k) h_(k-1)) / sqrt(k + 1), from h_0 = 1. */
function hermite(degree: number, x: number): number {
  let [before, now] = [0, 1];
  for (let k = 0; k < degree; k++)
    [before, now] = [now, (x * now - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
  return now;
}

function rootBetween(degree: number, low: number, high: number): number {
  const sign = Math.sign(hermite(degree, low));
  let [left, right] = [low, high];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (left + right) / 2;
    if (Math.sign(hermite(degree, middle)) === sign) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}
