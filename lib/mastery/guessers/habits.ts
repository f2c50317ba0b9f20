import { inverse } from '#lib/statistics/inverse.ts';
import { type BlindQuestion, isSingleChoice } from './blind-question.ts';
import type { OptionRating } from './option-ratings.ts';

/** A question as the conditional logit sees it: a row of standardised ratings for each option, and which one is right. */
interface Case {
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
}

/** With fewer questions to learn from, no habit can be learned. */
export const fewestCases = 20;
/** Newton's method converges within fewer steps; the objective is strictly concave. */
const mostSteps = 12;
/** Variance of the prior of each weight: a difference of one standard deviation hardly changes the odds more than tenfold. */
const priorVariance = 1;

/**
 * What marks the right options of an author, learned from their other questions: a conditional logit (McFadden, 1974),
 * P(option) proportional to exp(w · ratings), with a normal prior on w, fitted by Newton's method. Returns the rating that
 * it gives an option; null when there are too few questions.
 */
export function authorHabits(
  questions: readonly BlindQuestion[],
  ratings: readonly OptionRating[],
): OptionRating | null {
  const rated = questions.flatMap((question) =>
    isSingleChoice(question) ? [caseOf(question, ratings)] : [],
  );
  if (rated.length < fewestCases) return null;
  const differ = ratings.map((_, at) => rated.some(({ rows }) => rows.some((row) => row[at] !== 0)));
  const used = ratings.filter((_, at) => differ[at]);
  const cases = rated.map(({ rows, right }) => ({
    rows: rows.map((row) => row.filter((_, at) => differ[at])),
    right,
  }));
  const weights = fittedWeights(cases, used.length);
  const known = new WeakMap<object, number[][]>();
  return (option, question) => {
    const rows = known.get(question.options) ?? standardised(question, used);
    known.set(question.options, rows);
    const at = question.options.findIndex(({ id }) => id === option.id);
    return dot(weights, rows[at] ?? []);
  };
}

/** Cases that were made before: neighbouring lessons learn from the same questions. */
const cases = new WeakMap<
  BlindQuestion,
  { readonly ratings: readonly OptionRating[]; readonly made: Case }
>();

function caseOf(question: BlindQuestion, ratings: readonly OptionRating[]): Case {
  const before = cases.get(question);
  const isSame = before?.ratings.length === ratings.length;
  if (before && isSame && ratings.every((rate, at) => rate === before.ratings[at])) return before.made;
  const made = {
    rows: standardised(question, ratings),
    right: question.options.findIndex(({ id }) => id === question.right[0]),
  };
  cases.set(question, { ratings, made });
  return made;
}

/** Each rating with mean 0 and standard deviation 1 within the question; 0 where all options are rated equal. */
function standardised(question: Parameters<OptionRating>[1], ratings: readonly OptionRating[]): number[][] {
  const { options } = question;
  const columns = ratings.map((rate) => {
    const values = options.map((option) => rate(option, question));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return values.map((value) => (sd > 1e-9 ? (value - mean) / sd : 0));
  });
  return options.map((_, at) => columns.map((column) => column[at] ?? 0));
}

function fittedWeights(cases: readonly Case[], size: number): number[] {
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, information } = slopeOf(cases, weights);
    const inverted = inverse(information, size);
    if (!inverted) return weights;
    const change = weights.map((_, row) =>
      gradient.reduce((sum, value, column) => sum + value * (inverted[row * size + column] ?? 0), 0),
    );
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** The gradient of the logarithm of the posterior, and the negative of its matrix of second derivatives. */
function slopeOf(
  cases: readonly Case[],
  weights: readonly number[],
): { gradient: number[]; information: Float64Array } {
  const size = weights.length;
  const gradient = weights.map((weight) => -weight / priorVariance);
  const information = new Float64Array(size * size);
  for (let at = 0; at < size; at++) information[at * size + at] = 1 / priorVariance;
  const mean = new Float64Array(size);
  const apart = new Float64Array(size);
  for (const { rows, right } of cases) {
    const odds = rows.map((row) => Math.exp(dot(weights, row)));
    const total = odds.reduce((sum, value) => sum + value, 0);
    mean.fill(0);
    for (const [option, row] of rows.entries()) {
      const p = (odds[option] ?? 0) / total;
      for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + p * (row[at] ?? 0);
    }
    for (const [option, row] of rows.entries()) {
      const p = (odds[option] ?? 0) / total;
      for (let at = 0; at < size; at++) apart[at] = (row[at] ?? 0) - (mean[at] ?? 0);
      for (let a = 0; a < size; a++) {
        if (option === right) gradient[a] = (gradient[a] ?? 0) + (apart[a] ?? 0);
        const weighted = p * (apart[a] ?? 0);
        const start = a * size;
        for (let b = 0; b < size; b++)
          information[start + b] = (information[start + b] ?? 0) + weighted * (apart[b] ?? 0);
      }
    }
  }
  return { gradient, information };
}

function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
  return sum;
}
