/** What is remembered of a person's earlier runs, until the server stops or nothing of it counts any more. */
export interface RunHistory {
  /** A run of this person has finished. */
  readonly hasFinished: boolean;
  /** Points for runs that were stopped by a limit, as they were at `at`; they halve every `halfLifeMs`. */
  readonly penalty: number;
  /** Milliseconds. */
  readonly at: number;
}

export const noHistory: RunHistory = { hasFinished: false, penalty: 0, at: 0 };

/** Five minutes. */
export const halfLifeMs = 5 * 60_000;
const maxPenalty = 8;
/** Four hours after the last run, somebody without penalty is as new. */
const memoryMs = 4 * 60 * 60_000;

/** Who comes first: those whose runs finish, then those of whom nothing is known, then those with a penalty. */
export type Standing = 'known' | 'new' | 'penalised';

export const penaltyAt = ({ penalty, at }: RunHistory, now: number): number =>
  penalty * 2 ** -(Math.max(0, now - at) / halfLifeMs);

export function standingAt(history: RunHistory, now: number): Standing {
  if (penaltyAt(history, now) >= 0.5) return 'penalised';
  return history.hasFinished ? 'known' : 'new';
}

/** Whether runs of this person start in the slow lane: two runs of late were stopped by a limit. */
export const startsSlowly = (history: RunHistory, now: number): boolean => penaltyAt(history, now) >= 1.5;

/** The history after one more run, which finished, was stopped by a limit, or failed through no fault of the program. */
export function historyAfter(
  history: RunHistory,
  ending: 'finished' | 'stopped' | 'failed',
  now: number,
): RunHistory {
  const penalty = Math.min(maxPenalty, penaltyAt(history, now) + (ending === 'stopped' ? 1 : 0));
  return { hasFinished: history.hasFinished || ending === 'finished', penalty, at: now };
}

export const isForgotten = (history: RunHistory, now: number): boolean =>
  now - history.at > memoryMs && penaltyAt(history, now) < 0.5;
