import type { AnswerList } from './answer-list.ts';
import type { Counts } from './irt-maximize.ts';
import { type ItemParameters, itemTables, personPosterior } from './irt-model.ts';
import type { Nodes } from './normal-nodes.ts';

/** Expected answers of each item at each node, given the parameters, and the log-likelihood of these: the E-step. */
export function expectation(
  answers: AnswerList,
  parameters: ItemParameters,
  nodes: Nodes,
): { readonly counts: Counts; readonly logLikelihood: number } {
  const many = nodes.points.length;
  const all = new Float64Array(answers.items * many);
  const right = new Float64Array(answers.items * many);
  const ofEverything = new Float64Array(many);
  const tables = itemTables(parameters, nodes);
  const weights = new Float64Array(many);
  let logLikelihood = 0;
  for (let person = 0; person < answers.people; person++) {
    logLikelihood += personPosterior(answers, { person, tables, nodes, weights });
    const [from, end] = [answers.start[person] ?? 0, answers.start[person + 1] ?? 0];
    const hasAll = end - from === answers.items;
    if (hasAll) add(weights, ofEverything, 0);
    for (let row = from; row < end; row++) {
      const at = (answers.item[row] ?? 0) * many;
      if (!hasAll) add(weights, all, at);
      if (answers.correct[row] === 1) add(weights, right, at);
    }
  }
  for (let item = 0; item < answers.items; item++) add(ofEverything, all, item * many);
  return { counts: { all, right }, logLikelihood };
}

function add(weights: Float64Array, counts: Float64Array, at: number): void {
  for (let node = 0; node < weights.length; node++) {
    counts[at + node] = (counts[at + node] ?? 0) + (weights[node] ?? 0);
  }
}
