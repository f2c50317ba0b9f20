import { groupBy } from '#lib/classroom/group-by.ts';
import type { Model } from './forecaster.ts';

/** Parameters of Bayesian knowledge tracing (Corbett and Anderson, 1995), each a probability. */
export interface Tracing {
  readonly knows: number;
  readonly learns: number;
  readonly guesses: number;
  readonly slips: number;
}

const start: Tracing = { knows: 0.5, learns: 0.1, guesses: 0.25, slips: 0.1 };
const rounds = 25;

export const bkt: Model<null> = {
  start: null,
  candidates: [],
  train: (log, rows) => {
    const bySkill = groupBy([...rows], (row) => String(log.skill[row]));
    const fitted = new Map<number, Tracing>();
    for (const [skill, own] of bySkill) {
      const sequences = [...groupBy(own, (row) => String(log.pair[row])).values()];
      fitted.set(
        Number(skill),
        fitTracing(sequences.map((sequence) => sequence.map((row) => log.correct[row] ?? 0))),
      );
    }
    const known = new Float64Array(log.pairs).fill(-1);
    const tracing = (row: number) => fitted.get(log.skill[row] ?? 0) ?? start;
    const believed = (row: number) => {
      const own = known[log.pair[row] ?? 0] ?? -1;
      return own < 0 ? tracing(row).knows : own;
    };
    return {
      forecast: (row) => chanceRight(believed(row), tracing(row)),
      observe: (row) => {
        known[log.pair[row] ?? 0] = traced(believed(row), log.correct[row] === 1, tracing(row));
      },
    };
  },
};

function chanceRight(known: number, { guesses, slips }: Tracing): number {
  return known * (1 - slips) + (1 - known) * guesses;
}

/** P(known) after an answer and the learning that follows it. */
function traced(known: number, correct: boolean, tracing: Tracing): number {
  const right = chanceRight(known, tracing);
  const after = correct ? (known * (1 - tracing.slips)) / right : (known * tracing.slips) / (1 - right);
  return after + (1 - after) * tracing.learns;
}

/** Maximum likelihood by EM (Baum and Welch) over sequences of 0 and 1; guess and slip are at most one half. */
export function fitTracing(sequences: readonly (readonly number[])[]): Tracing {
  let tracing = start;
  for (let round = 0; round < rounds; round++) {
    const sums = { people: 0, knows: 0, chances: 0, learns: 0, unknown: 0, guesses: 0, known: 0, slips: 0 };
    for (const sequence of sequences) addExpected(sequence, tracing, sums);
    const rate = (part: number, whole: number, most: number) =>
      Math.min(most, Math.max(0.001, (part + 0.01) / (whole + 0.02)));
    tracing = {
      knows: rate(sums.knows, sums.people, 0.999),
      learns: rate(sums.learns, sums.chances, 0.999),
      guesses: rate(sums.guesses, sums.unknown, 0.5),
      slips: rate(sums.slips, sums.known, 0.5),
    };
  }
  return tracing;
}

interface Expected {
  people: number;
  knows: number;
  chances: number;
  learns: number;
  unknown: number;
  guesses: number;
  known: number;
  slips: number;
}

/** One forward-backward pass over a sequence, added to `sums`; a known skill is never forgotten. */
function addExpected(
  sequence: readonly number[],
  { knows, learns, guesses, slips }: Tracing,
  sums: Expected,
): void {
  const n = sequence.length;
  const ifKnown = (at: number) => (sequence[at] === 1 ? 1 - slips : slips);
  const ifUnknown = (at: number) => (sequence[at] === 1 ? guesses : 1 - guesses);
  // Forward: P(known) given the answers up to and including this one. Backward: likelihood of the rest in each state.
  const filtered = new Float64Array(n);
  let before = knows;
  for (let at = 0; at < n; at++) {
    const known = before * ifKnown(at);
    filtered[at] = known / (known + (1 - before) * ifUnknown(at));
    before = (filtered[at] ?? 0) + (1 - (filtered[at] ?? 0)) * learns;
  }
  let [restKnown, restUnknown] = [1, 1];
  for (let at = n - 1; at >= 0; at--) {
    const known = filtered[at] ?? 0;
    const total = known * restKnown + (1 - known) * restUnknown;
    const smoothed = (known * restKnown) / total;
    sums.known += smoothed;
    sums.unknown += 1 - smoothed;
    if (sequence[at] === 1) sums.guesses += 1 - smoothed;
    else sums.slips += smoothed;
    if (at === 0) sums.knows += smoothed;
    else {
      const earlier = filtered[at - 1] ?? 0;
      const [nowKnown, nowUnknown] = [ifKnown(at) * restKnown, ifUnknown(at) * restUnknown];
      const learnt = (1 - earlier) * learns * nowKnown;
      const stays = (1 - earlier) * (1 - learns) * nowUnknown;
      const all = earlier * nowKnown + learnt + stays;
      sums.learns += learnt / all;
      sums.chances += (learnt + stays) / all;
      const scale = Math.max(nowKnown, nowUnknown);
      restKnown = nowKnown / scale;
      restUnknown = (learns * nowKnown + (1 - learns) * nowUnknown) / scale;
    }
  }
  sums.people += 1;
}
