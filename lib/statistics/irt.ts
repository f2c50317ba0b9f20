import type { AnswerList } from './answer-list.ts';
import { parameterErrors } from './irt-errors.ts';
import { expectation } from './irt-expect.ts';
import { type Counts, fitItem, fitShared, type Priors } from './irt-maximize.ts';
import { type ItemParameters, irtNodes } from './irt-model.ts';
import type { Nodes } from './normal-nodes.ts';

export interface FitOptions {
  /** 'rasch': one slope for all items. */
  readonly model: 'rasch' | '2pl';
  /** Normal priors that keep a fit to few answers in bounds; without them it is plain maximum likelihood. */
  readonly priors?: Priors;
  /** Standard errors need a matrix as wide as there are parameters; leave them out for thousands of items. */
  readonly errors?: boolean;
  readonly nodes?: Nodes;
  /** The fit has converged when no parameter changes by more; the default is 1e-6. */
  readonly tolerance?: number;
}

/** Item parameters with standard errors (null where they could not be had). */
export interface Fit {
  readonly parameters: ItemParameters;
  /** 2PL: logit = slope (z - difficulty). Rasch: logit = ability - difficulty, the ability's sd being the shared slope. */
  readonly items: readonly FittedItem[];
  /** Standard deviation of ability in the units of `difficulty`: the shared slope, or 1. */
  readonly abilitySd: number;
  readonly abilitySdSe: number | null;
  readonly logLikelihood: number;
  readonly rounds: number;
}

export interface FittedItem {
  readonly slope: number;
  readonly slopeSe: number | null;
  readonly difficulty: number;
  readonly difficultySe: number | null;
}

const mostRounds = 600;
const longestLeap = 30;
const parts = ['slope', 'intercept'] as const;

/**
 * Marginal maximum likelihood by the EM algorithm of Bock and Aitkin (Psychometrika 46, 1981), ability N(0, 1) by
 * evenly spaced nodes. Items that everybody or nobody solved have no maximum: leave them out or give priors.
 */
export function fitIrt(answers: AnswerList, options: FitOptions): Fit {
  const nodes = options.nodes ?? irtNodes;
  const step = (from: ItemParameters) => {
    const { counts, logLikelihood } = expectation(answers, from, nodes);
    return { next: maximization(from, counts, nodes, options), logLikelihood };
  };
  const { parameters, rounds } = converged(startValues(answers), step, options.tolerance ?? 1e-6);
  const shared = options.model === 'rasch';
  const errors =
    options.errors === false
      ? null
      : parameterErrors(answers, {
          parameters,
          nodes,
          slopes: shared ? 'shared' : 'own',
          priors: options.priors,
        });
  const abilitySd = shared ? (parameters.slope[0] ?? 1) : 1;
  // An error as large as the estimate reaches 0, where the likelihood turns and its curvature tells no error.
  const sdSe = shared ? rootOf(errors?.[0]?.slope) : null;
  return {
    parameters,
    items: fittedItems(parameters, shared, errors),
    abilitySd,
    abilitySdSe: sdSe !== null && sdSe < abilitySd ? sdSe : null,
    logLikelihood: expectation(answers, parameters, nodes).logLikelihood,
    rounds,
  };
}

function startValues({ items, item, correct }: AnswerList): ItemParameters {
  const [right, all] = [new Float64Array(items), new Float64Array(items)];
  for (const [row, at] of item.entries()) {
    all[at] = (all[at] ?? 0) + 1;
    right[at] = (right[at] ?? 0) + (correct[row] ?? 0);
  }
  const intercept = right.map((count, at) => Math.log((count + 0.5) / ((all[at] ?? 0) - count + 0.5)));
  return { slope: new Float64Array(items).fill(1), intercept };
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
    const found = fitItem(counts, {
      item,
      start,
      nodes,
      slopeIs: model === 'rasch' ? 'fixed' : 'free',
      priors: priors ?? {},
    });
    slope[item] = found.slope;
    intercept[item] = found.intercept;
  }
  if (model === 'rasch') slope.fill(fitShared(counts, { slope, intercept }, nodes));
  return { slope, intercept };
}

interface Step {
  readonly next: ItemParameters;
  readonly logLikelihood: number;
}

/**
 * EM converges slowly near the end, so every two steps are followed by an extrapolation along them (SQUAREM: Varadhan and Roland,
 * Scandinavian Journal of Statistics 35, 2008). An extrapolation that lowers the likelihood is discarded.
 */
function converged(start: ItemParameters, step: (from: ItemParameters) => Step, settled: number) {
  let parameters = start;
  let rounds = 0;
  for (; rounds < mostRounds; rounds += 3) {
    const first = step(parameters);
    const second = step(first.next);
    if (distance(parameters, first.next) < settled) return { parameters: second.next, rounds: rounds + 2 };
    const leap = step(extrapolated(parameters, first.next, second.next));
    parameters = leap.logLikelihood >= second.logLikelihood ? leap.next : second.next;
  }
  return { parameters, rounds };
}

function extrapolated(zero: ItemParameters, one: ItemParameters, two: ItemParameters): ItemParameters {
  let [steps, bends] = [0, 0];
  for (const part of parts) {
    for (const [at, from] of zero[part].entries()) {
      const [a, b] = [one[part][at] ?? 0, two[part][at] ?? 0];
      steps += (a - from) ** 2;
      bends += (b - 2 * a + from) ** 2;
    }
  }
  const length = bends > 0 ? Math.min(longestLeap, Math.max(1, Math.sqrt(steps / bends))) : 1;
  const of = (part: (typeof parts)[number]) =>
    zero[part].map((from, at) => {
      const [a, b] = [one[part][at] ?? 0, two[part][at] ?? 0];
      return from + 2 * length * (a - from) + length ** 2 * (b - 2 * a + from);
    });
  return { slope: of('slope'), intercept: of('intercept') };
}

function distance(a: ItemParameters, b: ItemParameters): number {
  let most = 0;
  for (const part of parts) {
    for (const [at, value] of a[part].entries()) most = Math.max(most, Math.abs(value - (b[part][at] ?? 0)));
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
        difficultySe: rootOf(error?.intercept),
      };
    }
    // The delta method for -d / a.
    const spread =
      error && error.slope * (d / a ** 2) ** 2 + error.intercept / a ** 2 - (2 * error.both * d) / a ** 3;
    return {
      slope: a,
      slopeSe: rootOf(error?.slope),
      difficulty: -d / a,
      difficultySe: rootOf(spread ?? undefined),
    };
  });
}

/** Null for what is unknown, and for a variance that rounding or a ridge of the likelihood left at or below 0. */
function rootOf(variance: number | undefined): number | null {
  return variance === undefined || !(variance > 0) ? null : Math.sqrt(variance);
}
