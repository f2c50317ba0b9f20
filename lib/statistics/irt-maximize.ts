import type { ItemParameters } from './irt-model.ts';
import type { Nodes } from './normal-nodes.ts';

/** Expected answers, and right ones among them, of each item at each node. */
export interface Counts {
  readonly all: Float64Array;
  readonly right: Float64Array;
}

/** Standard deviations of normal priors around 0: of the intercept, and of the logarithm of the slope. */
export interface Priors {
  readonly intercept?: number;
  readonly logSlope?: number;
}

interface ItemValues {
  readonly slope: number;
  readonly intercept: number;
}

const steps = 4;
const longest = 1;
const bounded = (step: number) => Math.max(-longest, Math.min(longest, step));

/** A few Newton steps towards the maximum of one item's expected log-likelihood; each at most one logit. */
export function fitItem(
  counts: Counts,
  {
    item,
    start,
    nodes,
    slopeIs,
    priors,
  }: {
    readonly item: number;
    readonly start: ItemValues;
    readonly nodes: Nodes;
    readonly slopeIs: 'free' | 'fixed';
    readonly priors: Priors;
  },
): ItemValues {
  let { slope, intercept } = start;
  for (let step = 0; step < steps; step++) {
    const own = derivatives(counts, item, { slope, intercept }, nodes);
    if (priors.intercept) {
      own.d -= intercept / priors.intercept ** 2;
      own.dd += 1 / priors.intercept ** 2;
    }
    if (slopeIs === 'fixed') {
      if (own.dd <= 0) break;
      intercept += bounded(own.d / own.dd);
      continue;
    }
    if (priors.logSlope) {
      own.a -= Math.log(slope) / (slope * priors.logSlope ** 2);
      own.aa += 1 / (slope * priors.logSlope) ** 2;
    }
    const determinant = own.aa * own.dd - own.ad ** 2;
    if (determinant <= 0) break;
    intercept += bounded((own.aa * own.d - own.ad * own.a) / determinant);
    // A slope with a prior stays above 0; without one it may be negative, which tells of a wrong key.
    const next = slope + bounded((own.dd * own.a - own.ad * own.d) / determinant);
    slope = priors.logSlope ? Math.max(slope / 2, next) : next;
  }
  return { slope, intercept };
}

/** The one slope of all items, given their intercepts. */
export function fitShared(counts: Counts, { slope, intercept }: ItemParameters, nodes: Nodes): number {
  let shared = slope[0] ?? 1;
  for (let step = 0; step < steps; step++) {
    let [gradient, curvature] = [0, 0];
    for (let item = 0; item < intercept.length; item++) {
      const own = derivatives(counts, item, { slope: shared, intercept: intercept[item] ?? 0 }, nodes);
      gradient += own.a;
      curvature += own.aa;
    }
    if (curvature <= 0) break;
    shared = Math.max(0.01, shared + bounded(gradient / curvature));
  }
  return shared;
}

/** First derivatives by slope (a) and intercept (d), and the negative second ones. */
export function derivatives(counts: Counts, item: number, { slope, intercept }: ItemValues, nodes: Nodes) {
  const sums = { a: 0, d: 0, aa: 0, ad: 0, dd: 0 };
  const many = nodes.points.length;
  for (let node = 0; node < many; node++) {
    const z = nodes.points[node] ?? 0;
    const all = counts.all[item * many + node] ?? 0;
    const p = 1 / (1 + Math.exp(-(slope * z + intercept)));
    const excess = (counts.right[item * many + node] ?? 0) - all * p;
    const weight = all * p * (1 - p);
    sums.d += excess;
    sums.a += z * excess;
    sums.dd += weight;
    sums.ad += z * weight;
    sums.aa += z ** 2 * weight;
  }
  return sums;
}
