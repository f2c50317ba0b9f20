import type { AnswerList } from './answer-list.ts';
import type { Nodes } from './gauss-hermite.ts';
import { inverse } from './inverse.ts';
import { type ItemParameters, logTables, personPosterior } from './irt-model.ts';

/** Sampling variances of one item's parameters and their covariance. */
export interface ParameterError {
  readonly slope: number;
  readonly intercept: number;
  readonly both: number;
}

/**
 * From the cross-products of the people's scores, which estimate the information about all parameters at once: the
 * score of a person is the posterior mean of the complete-data score (Louis, JRSS B 44, 1982). Null when there are too
 * few people for so many parameters. `shared`: the slope is one parameter, the last.
 */
export function parameterErrors(
  answers: AnswerList,
  parameters: ItemParameters,
  nodes: Nodes,
  slopes: 'shared' | 'own',
): ParameterError[] | null {
  const { items } = answers;
  const size = slopes === 'own' ? 2 * items : items + 1;
  if (answers.people <= size) return null;
  const covariance = inverse(crossProducts(answers, parameters, nodes, slopes, size), size);
  if (!covariance) return null;
  const at = (row: number, column: number) => covariance[row * size + column] ?? 0;
  return Array.from({ length: items }, (_, item) => {
    const slope = slopes === 'own' ? items + item : items;
    return { intercept: at(item, item), slope: at(slope, slope), both: at(item, slope) };
  });
}

function crossProducts(
  answers: AnswerList,
  parameters: ItemParameters,
  nodes: Nodes,
  slopes: 'shared' | 'own',
  size: number,
): Float64Array {
  const many = nodes.at.length;
  const tables = logTables(parameters, nodes);
  const weights = new Float64Array(many);
  const score = new Float64Array(size);
  const products = new Float64Array(size * size);
  for (let person = 0; person < answers.people; person++) {
    personPosterior(answers, person, tables, nodes, weights);
    score.fill(0);
    for (let row = answers.start[person] ?? 0; row < (answers.start[person + 1] ?? 0); row++) {
      const item = answers.item[row] ?? 0;
      const slope = slopes === 'own' ? answers.items + item : answers.items;
      for (let node = 0; node < many; node++) {
        const right = Math.exp(tables.right[item * many + node] ?? 0);
        const part = (weights[node] ?? 0) * ((answers.correct[row] ?? 0) - right);
        score[item] = (score[item] ?? 0) + part;
        score[slope] = (score[slope] ?? 0) + part * (nodes.at[node] ?? 0);
      }
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const product = (products[i * size + j] ?? 0) + (score[i] ?? 0) * (score[j] ?? 0);
        products[i * size + j] = product;
        products[j * size + i] = product;
      }
    }
  }
  return products;
}
