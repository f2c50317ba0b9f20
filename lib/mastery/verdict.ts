/** How one answer of a test is to be read: was it right, and how likely is that by guessing? */
export interface TestAnswer {
  readonly correct: boolean;
  /** Chance that somebody who knows nothing answers right, 0..1. */
  readonly guess: number;
}

export interface TestVerdict {
  readonly outcome: 'strong' | 'not-yet' | 'unsure';
  /** Probability that the share known is above the cut, 0..1. */
  readonly pStrong: number;
  /** 80 % interval of the share known, 0..1. */
  readonly low: number;
  readonly high: number;
  /** Fewest further answers that could settle it; null when it is settled. */
  readonly more: number | null;
}

/** Strong means: would answer more than 70 % of such questions without guessing. */
export const cut = 0.7;
/** A verdict is given when we are this sure of it. */
export const sureness = 0.85;

/** An item that anybody gets right says nothing, and one that says nothing must not end in log 0. */
const surest = 0.999;
const grid = 400;
const centre = (cell: number) => (cell + 0.5) / grid;

/**
 * Reads a test as evidence of the share k of such questions that the learner knows. Every share is held equally likely
 * before (Beta(1,1)); an answer is right with probability k + (1 - k) g, where g is the item's chance of a lucky guess.
 * The posterior is computed on a grid of 400 cells; `low` and `high` are its 10 % and 90 % points.
 */
export function testVerdict(answers: readonly TestAnswer[]): TestVerdict {
  const posterior = posteriorOf(answers);
  const pStrong = above(posterior);
  return {
    outcome: outcomeOf(pStrong),
    pStrong,
    low: quantile(posterior, 0.1),
    high: quantile(posterior, 0.9),
    more: outcomeOf(pStrong) === 'unsure' ? settledBy(answers) : null,
  };
}

/** The word alone, without what else a verdict says. */
export function testOutcome(answers: readonly TestAnswer[]): TestVerdict['outcome'] {
  return outcomeOf(above(posteriorOf(answers)));
}

function posteriorOf(answers: readonly TestAnswer[]): number[] {
  const weights = Array.from({ length: grid }, (_, cell) => {
    const known = centre(cell);
    return answers.reduce((log, { correct, guess }) => {
      const right = known + (1 - known) * Math.min(guess, surest);
      return log + Math.log(correct ? right : 1 - right);
    }, 0);
  });
  const largest = Math.max(...weights);
  const scaled = weights.map((log) => Math.exp(log - largest));
  const total = scaled.reduce((sum, weight) => sum + weight, 0);
  return scaled.map((weight) => weight / total);
}

const above = (posterior: readonly number[]): number =>
  posterior.reduce((sum, weight, cell) => (centre(cell) > cut ? sum + weight : sum), 0);

/** The word for a chance of being strong, given at a sureness above one half. */
export function outcomeOf(pStrong: number, sure: number = sureness): TestVerdict['outcome'] {
  if (pStrong >= sure) return 'strong';
  return pStrong <= 1 - sure ? 'not-yet' : 'unsure';
}

function quantile(posterior: readonly number[], at: number): number {
  let sum = 0;
  for (const [cell, weight] of posterior.entries()) {
    if (sum + weight >= at) return (cell + (at - sum) / weight) / grid;
    sum += weight;
  }
  return 1;
}

/** Whichever is nearer: all further answers right, or all wrong. Looks 30 answers ahead. */
function settledBy(answers: readonly TestAnswer[]): number {
  const guess = answers.reduce((sum, answer) => sum + answer.guess, 0) / Math.max(1, answers.length);
  for (let more = 1; more <= 30; more++) {
    for (const correct of [true, false]) {
      const further = Array.from({ length: more }, () => ({ correct, guess }));
      if (testOutcome([...answers, ...further]) !== 'unsure') return more;
    }
  }
  return 30;
}
