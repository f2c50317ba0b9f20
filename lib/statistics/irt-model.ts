import type { AnswerList } from './answer-list.ts';
import { gaussHermite, type Nodes } from './gauss-hermite.ts';

/** logit P(right) = slope z + intercept, z from N(0, 1). */
export interface ItemParameters {
  readonly slope: Float64Array;
  readonly intercept: Float64Array;
}

export const irtNodes = gaussHermite(41);

/** log P and log (1 - P) of each item at each node: entry item * nodes + node. */
export interface LogTables {
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

export function logTables({ slope, intercept }: ItemParameters, nodes: Nodes): LogTables {
  const many = nodes.at.length;
  const right = new Float64Array(slope.length * many);
  const wrong = new Float64Array(slope.length * many);
  for (let item = 0; item < slope.length; item++) {
    for (let node = 0; node < many; node++) {
      const x = (slope[item] ?? 0) * (nodes.at[node] ?? 0) + (intercept[item] ?? 0);
      // log(1 + e^x) without overflow.
      const soft = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      right[item * many + node] = x - soft;
      wrong[item * many + node] = -soft;
    }
  }
  return { right, wrong };
}

/** Fills `weights` with the posterior of one person over the nodes; the answer is the log-likelihood. */
export function personPosterior(
  answers: AnswerList,
  person: number,
  tables: LogTables,
  nodes: Nodes,
  weights: Float64Array,
): number {
  const many = nodes.at.length;
  for (let node = 0; node < many; node++) weights[node] = Math.log(nodes.weight[node] ?? 0);
  const end = answers.start[person + 1] ?? 0;
  for (let row = answers.start[person] ?? 0; row < end; row++) {
    const table = answers.correct[row] === 1 ? tables.right : tables.wrong;
    const from = (answers.item[row] ?? 0) * many;
    for (let node = 0; node < many; node++) weights[node] = (weights[node] ?? 0) + (table[from + node] ?? 0);
  }
  let largest = -Infinity;
  for (const weight of weights) largest = Math.max(largest, weight);
  let total = 0;
  for (let node = 0; node < many; node++) {
    const weight = Math.exp((weights[node] ?? 0) - largest);
    weights[node] = weight;
    total += weight;
  }
  for (let node = 0; node < many; node++) weights[node] = (weights[node] ?? 0) / total;
  return largest + Math.log(total);
}
