import type { AnswerList } from './answer-list.ts';
import type { Nodes } from './gauss-hermite.ts';
import { parameterErrors } from './irt-errors.ts';
import { type Counts, fitItem, fitShared, type Priors } from './irt-maximize.ts';
import { type ItemParameters, irtNodes, logTables, personPosterior } from './irt-model.ts';

export interface FitOptions {
  /** 'rasch': one slope for all items. */
  readonly model: 'rasch' | '2pl';
  /** Normal priors that keep a fit to few answers in bounds; without them it is plain maximum likelihood. */
  readonly priors?: Priors;
  /** Standard errors need a matrix as wide as there are parameters; leave them out for thousands of items. */
  readonly errors?: boolean;
  readonly nodes?: Nodes;
  /** The fit is at rest when no parameter moves by more; 1e-5 unless told. */
  readonly settled?: number;
}

/** Item parameters with standard errors (null where they could not be had). */
export interface Fit {
  readonly parameters: ItemParameters;
  /** 2PL: logit = slope (z - difficulty). Rasch: logit = ability - difficulty, the ability's sd being the shared slope. */
  readonly items: readonly FittedItem[];
  /** Standard deviation of ability in the units of `difficulty`: the shared slope, or 1. */
  readonly abilitySd: number;
  readonly logLikelihood: number;
  readonly rounds: number;
}

export interface FittedItem {
  readonly slope: number;
  readonly slopeSe: number | null;
  readonly difficulty: number;
  readonly difficultySe: number | null;
}

const mostRounds = 500;

/**
 * Marginal maximum likelihood by the EM algorithm of Bock and Aitkin (Psychometrika 46, 1981), ability N(0, 1) by
 * Gauss-Hermite nodes. Items that everybody or nobody solved have no maximum: leave them out or give priors.
 */
export function fitIrt(answers: AnswerList, options: FitOptions): Fit {
  const nodes = options.nodes ?? irtNodes;
  let parameters = startOf(answers);
  let expected = expectation(answers, parameters, nodes);
  let rounds = 0;
  for (; rounds < mostRounds; rounds++) {
    const next = maximization(parameters, expected.counts, nodes, options);
    const moved = distance(parameters, next);
    parameters = next;
    expected = expectation(answers, parameters, nodes);
    if (moved < (options.settled ?? 1e-5)) break;
  }
  const shared = options.model === 'rasch';
  const errors =
    options.errors === false ? null : parameterErrors(answers, parameters, nodes, shared ? 'shared' : 'own');
  return {
    parameters,
    items: fittedItems(parameters, shared, errors),
    abilitySd: shared ? (parameters.slope[0] ?? 1) : 1,
    logLikelihood: expected.logLikelihood,
    rounds,
  };
}

function startOf({ items, item, correct }: AnswerList): ItemParameters {
  const [right, all] = [new Float64Array(items), new Float64Array(items)];
  for (const [row, at] of item.entries()) {
    all[at] = (all[at] ?? 0) + 1;
    right[at] = (right[at] ?? 0) + (correct[row] ?? 0);
  }
  const intercept = right.map((count, at) => Math.log((count + 0.5) / ((all[at] ?? 0) - count + 0.5)));
  return { slope: new Float64Array(items).fill(1), intercept };
}

function expectation(answers: AnswerList, parameters: ItemParameters, nodes: Nodes) {
  const many = nodes.at.length;
  const counts: Counts = {
    all: new Float64Array(answers.items * many),
    right: new Float64Array(answers.items * many),
  };
  const tables = logTables(parameters, nodes);
  const weights = new Float64Array(many);
  let logLikelihood = 0;
  for (let person = 0; person < answers.people; person++) {
    logLikelihood += personPosterior(answers, person, tables, nodes, weights);
    const end = answers.start[person + 1] ?? 0;
    for (let row = answers.start[person] ?? 0; row < end; row++) {
      const from = (answers.item[row] ?? 0) * many;
      const isRight = answers.correct[row] === 1;
      for (let node = 0; node < many; node++) {
        const weight = weights[node] ?? 0;
        counts.all[from + node] = (counts.all[from + node] ?? 0) + weight;
        if (isRight) counts.right[from + node] = (counts.right[from + node] ?? 0) + weight;
      }
    }
  }
  return { counts, logLikelihood };
}

function maximization(
  before: ItemParameters,
  counts: Counts,
  nodes: Nodes,
  { model, priors }: FitOptions,
): ItemParameters {
  const slope = Float64Array.from(before.slope);
  const intercept = Float64Array.from(before.intercept);
  for (let item = 0; item < slope.length; item++) {
    const start = { slope: slope[item] ?? 1, intercept: intercept[item] ?? 0 };
    const found = fitItem(counts, item, start, nodes, model === 'rasch' ? 'fixed' : 'free', priors ?? {});
    slope[item] = found.slope;
    intercept[item] = found.intercept;
  }
  if (model === 'rasch') slope.fill(fitShared(counts, { slope, intercept }, nodes));
  return { slope, intercept };
}

function distance(a: ItemParameters, b: ItemParameters): number {
  let most = 0;
  for (let item = 0; item < a.slope.length; item++) {
    most = Math.max(
      most,
      Math.abs((a.slope[item] ?? 0) - (b.slope[item] ?? 0)),
      Math.abs((a.intercept[item] ?? 0) - (b.intercept[item] ?? 0)),
    );
  }
  return most;
}

type Errors = ReturnType<typeof parameterErrors>;

function fittedItems({ slope, intercept }: ItemParameters, shared: boolean, errors: Errors): FittedItem[] {
  return Array.from(slope, (a, item) => {
    const d = intercept[item] ?? 0;
    const error = errors?.[item] ?? null;
    if (shared) {
      return {
        slope: 1,
        slopeSe: null,
        difficulty: -d,
        difficultySe: error && Math.sqrt(error.intercept),
      };
    }
    // The delta method for -d / a.
    const spread =
      error && error.slope * (d / a ** 2) ** 2 + error.intercept / a ** 2 - (2 * error.both * d) / a ** 3;
    return {
      slope: a,
      slopeSe: error && Math.sqrt(error.slope),
      difficulty: -d / a,
      difficultySe: spread === null ? null : Math.sqrt(Math.max(0, spread)),
    };
  });
}
