import type { AnswerList } from './answer-list.ts';
import { inverse } from './inverse.ts';
import { expectation } from './irt-expect.ts';
import { derivatives, type Priors } from './irt-maximize.ts';
import { type ItemParameters, itemTables, personPosterior } from './irt-model.ts';
import type { Nodes } from './normal-nodes.ts';

/** Sampling variances of one item's parameters and their covariance. */
export interface ParameterError {
  readonly slope: number;
  readonly intercept: number;
  readonly both: number;
}

type Slopes = 'shared' | 'own';

/** A fitted model: its parameters, the nodes it was integrated over, and how many parameters it has in all. */
interface Fit {
  readonly parameters: ItemParameters;
  readonly nodes: Nodes;
  readonly slopes: Slopes;
  readonly size: number;
}

/** Above so many products of parameters, answers and nodes, differences would take longer than half a minute. */
const mostForDifferences = 6e9;
const step = 1e-4;

/**
 * Variances from the inverse of the observed information about all parameters at once, or null when there is none.
 * `shared`: the slope is one parameter, the last.
 */
export function parameterErrors(
  answers: AnswerList,
  { parameters, nodes, slopes, priors = {} }: Omit<Fit, 'size'> & { readonly priors: Priors | undefined },
): ParameterError[] | null {
  const { items } = answers;
  const size = slopes === 'own' ? 2 * items : items + 1;
  const isSmall = 2 * size * answers.item.length * nodes.points.length <= mostForDifferences;
  if (!isSmall && answers.people <= size) return null;
  const fit = { parameters, nodes, slopes, size };
  const information = isSmall ? byDifferences(answers, fit) : byScores(answers, fit);
  addPriors(information, parameters, size, priors);
  const covariance = inverse(information, size);
  if (!covariance) return null;
  const at = (row: number, column: number) => covariance[row * size + column] ?? 0;
  return Array.from({ length: items }, (_, item) => {
    const slope = slopes === 'own' ? items + item : items;
    return { intercept: at(item, item), slope: at(slope, slope), both: at(item, slope) };
  });
}

/** What the priors know: their own curvature, on the diagonal. */
function addPriors(information: Float64Array, { slope }: ItemParameters, size: number, priors: Priors): void {
  const add = (at: number, more: number) => {
    information[at * size + at] = (information[at * size + at] ?? 0) + more;
  };
  for (let item = 0; item < slope.length; item++) {
    if (priors.intercept) add(item, 1 / priors.intercept ** 2);
    const own = slope[item] ?? 1;
    if (priors.logSlope && size === 2 * slope.length)
      add(slope.length + item, (1 - Math.log(own)) / (own * priors.logSlope) ** 2);
  }
}

/** Central differences of the gradient: the negative second derivatives of the log-likelihood. */
function byDifferences(answers: AnswerList, { parameters, nodes, slopes, size }: Fit): Float64Array {
  const information = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const [up, down] = [step, -step].map((change) =>
      gradient(answers, { parameters: shifted(parameters, column, change, slopes), nodes, slopes, size }),
    );
    for (let row = 0; row < size; row++) {
      const half = ((down?.[row] ?? 0) - (up?.[row] ?? 0)) / (4 * step);
      information[row * size + column] = (information[row * size + column] ?? 0) + half;
      information[column * size + row] = (information[column * size + row] ?? 0) + half;
    }
  }
  return information;
}

function shifted(
  { slope, intercept }: ItemParameters,
  at: number,
  change: number,
  slopes: Slopes,
): ItemParameters {
  const items = slope.length;
  const isOwn = (item: number) => slopes === 'own' && item === at - items;
  return {
    slope: slope.map((value, item) =>
      isOwn(item) || (slopes === 'shared' && at === items) ? value + change : value,
    ),
    intercept: intercept.map((value, item) => (item === at ? value + change : value)),
  };
}

/** Of the marginal log-likelihood: the expected gradient of the complete data (Fisher's identity). */
function gradient(answers: AnswerList, { parameters, nodes, slopes, size }: Fit): Float64Array {
  const { counts } = expectation(answers, parameters, nodes);
  const found = new Float64Array(size);
  for (let item = 0; item < answers.items; item++) {
    const one = { slope: parameters.slope[item] ?? 0, intercept: parameters.intercept[item] ?? 0 };
    const { a, d } = derivatives(counts, item, one, nodes);
    const slope = slopes === 'own' ? answers.items + item : answers.items;
    found[item] = d;
    found[slope] = (found[slope] ?? 0) + a;
  }
  return found;
}

/**
 * Cross-products of the people's scores, which estimate the same information in one pass: the score of a person is the
 * posterior mean of the complete-data score (Louis, JRSS B 44, 1982).
 */
function byScores(answers: AnswerList, { parameters, nodes, slopes, size }: Fit): Float64Array {
  const many = nodes.points.length;
  const tables = itemTables(parameters, nodes);
  const weights = new Float64Array(many);
  const score = new Float64Array(size);
  const products = new Float64Array(size * size);
  for (let person = 0; person < answers.people; person++) {
    personPosterior(answers, { person, tables, nodes, weights });
    score.fill(0);
    for (let row = answers.start[person] ?? 0; row < (answers.start[person + 1] ?? 0); row++) {
      const item = answers.item[row] ?? 0;
      const slope = slopes === 'own' ? answers.items + item : answers.items;
      for (let node = 0; node < many; node++) {
        const right = tables.right[item * many + node] ?? 0;
        const part = (weights[node] ?? 0) * ((answers.correct[row] ?? 0) - right);
        score[item] = (score[item] ?? 0) + part;
        score[slope] = (score[slope] ?? 0) + part * (nodes.points[node] ?? 0);
      }
    }
    for (let i = 0; i < size; i++) {
      const own = score[i] ?? 0;
      if (own === 0) continue;
      for (let j = 0; j <= i; j++)
        products[i * size + j] = (products[i * size + j] ?? 0) + own * (score[j] ?? 0);
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) products[j * size + i] = products[i * size + j] ?? 0;
  }
  return products;
}
