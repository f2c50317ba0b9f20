import type { AnswerList } from './answer-list.ts';
import { type Nodes, normalNodes } from './normal-nodes.ts';

/** logit P(right) = slope z + intercept, z from N(0, 1). */
export interface ItemParameters {
  readonly slope: Float64Array;
  readonly intercept: Float64Array;
}

/** Gaps of .15, for posteriors down to a standard deviation of .1. */
export const irtNodes = normalNodes(81);

/** Of each item at each node, entry item * nodes + node; and a sum over all items, for people who answered all. */
export interface ItemTables extends ItemParameters {
  /** P(right). */
  readonly right: Float64Array;
  /** -log P(wrong). */
  readonly cost: Float64Array;
  readonly costOfAll: Float64Array;
}

export function itemTables({ slope, intercept }: ItemParameters, nodes: Nodes): ItemTables {
  const many = nodes.points.length;
  const right = new Float64Array(slope.length * many);
  const cost = new Float64Array(slope.length * many);
  const costOfAll = new Float64Array(many);
  for (let item = 0; item < slope.length; item++) {
    for (let node = 0; node < many; node++) {
      const x = (slope[item] ?? 0) * (nodes.points[node] ?? 0) + (intercept[item] ?? 0);
      // log(1 + e^x) without overflow.
      const soft = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      right[item * many + node] = Math.exp(x - soft);
      cost[item * many + node] = soft;
      costOfAll[node] = (costOfAll[node] ?? 0) + soft;
    }
  }
  return { slope, intercept, right, cost, costOfAll };
}

/**
 * Fills `weights` with the posterior of one person over the nodes; the answer is the log-likelihood. Since
 * log P(right) = x + log P(wrong) with x linear in z, the right answers count by the sums of their parameters alone.
 */
export function personPosterior(
  answers: AnswerList,
  {
    person,
    tables,
    nodes,
    weights,
  }: {
    readonly person: number;
    readonly tables: ItemTables;
    readonly nodes: Nodes;
    readonly weights: Float64Array;
  },
): number {
  const many = nodes.points.length;
  const [from, end] = [answers.start[person] ?? 0, answers.start[person + 1] ?? 0];
  const hasAll = end - from === answers.items;
  if (hasAll) weights.set(tables.costOfAll);
  else weights.fill(0);
  let [slope, intercept] = [0, 0];
  for (let row = from; row < end; row++) {
    const item = answers.item[row] ?? 0;
    if (answers.correct[row] === 1) {
      slope += tables.slope[item] ?? 0;
      intercept += tables.intercept[item] ?? 0;
    }
    if (hasAll) continue;
    const at = item * many;
    for (let node = 0; node < many; node++)
      weights[node] = (weights[node] ?? 0) + (tables.cost[at + node] ?? 0);
  }
  let largest = -Infinity;
  for (let node = 0; node < many; node++) {
    const x = slope * (nodes.points[node] ?? 0) + intercept;
    const log = Math.log(nodes.weight[node] ?? 0) + x - (weights[node] ?? 0);
    weights[node] = log;
    largest = Math.max(largest, log);
  }
  let total = 0;
  for (let node = 0; node < many; node++) {
    const weight = Math.exp((weights[node] ?? 0) - largest);
    weights[node] = weight;
    total += weight;
  }
  for (let node = 0; node < many; node++) weights[node] = (weights[node] ?? 0) / total;
  return largest + Math.log(total);
}
