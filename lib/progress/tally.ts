import { nextStreak, type Streak, type ZonedTime } from './streak.ts';

/** What grading said of an answer: 'open' is an answer to a card or an open question, which nobody can fail. */
export type AnswerVerdict = 'right' | 'wrong' | 'open';

/** One row of the ledger, as far as totals depend on it. */
export interface LedgerEntry {
  readonly itemId: string;
  readonly verdict: AnswerVerdict;
  readonly score: number;
  readonly points: number;
  readonly receivedAt: Date;
  readonly localDay: string;
  /** The learner's zone at that moment; null for answers of releases that did not keep it. */
  readonly timeZone: string | null;
}

/** Where an item stands: it may have moved since it was answered, and its progress moves with it. */
export interface ActivityRef {
  readonly lessonId: string;
  readonly activity: string;
}

export interface ItemTally extends ActivityRef {
  readonly itemId: string;
  readonly tries: number;
  readonly bestScore: number;
  readonly solved: boolean;
  readonly points: number;
  readonly lastAt: Date;
}

export interface ActivityTally extends ActivityRef {
  readonly solved: number;
  readonly tries: number;
  readonly wrong: number;
  readonly lastAt: Date;
}

/** All that one answer can move. */
export interface LearnerTally {
  readonly item: ItemTally | undefined;
  readonly activity: ActivityTally | undefined;
  readonly xp: number;
  readonly streak: Streak;
}

/** A person's totals after one more answer: the one rule, for grading and for a recount. */
export function tallyAfter(before: LearnerTally, entry: LedgerEntry, { lessonId, activity }: ActivityRef) {
  const right = entry.verdict === 'right';
  const newlySolved = right && !before.item?.solved;
  const place = { lessonId, activity };
  return {
    item: {
      itemId: entry.itemId,
      ...place,
      tries: (before.item?.tries ?? 0) + 1,
      bestScore: Math.max(before.item?.bestScore ?? 0, entry.score),
      solved: right || (before.item?.solved ?? false),
      points: (before.item?.points ?? 0) + entry.points,
      lastAt: later(before.item?.lastAt, entry.receivedAt),
    },
    activity: {
      ...place,
      solved: (before.activity?.solved ?? 0) + (newlySolved ? 1 : 0),
      tries: (before.activity?.tries ?? 0) + 1,
      wrong: (before.activity?.wrong ?? 0) + (entry.verdict === 'wrong' ? 1 : 0),
      lastAt: later(before.activity?.lastAt, entry.receivedAt),
    },
    xp: before.xp + entry.points,
    streak: nextStreak(before.streak, entry.localDay, momentOf(entry)),
  } satisfies LearnerTally;
}

/** What was only saved is graded when its time is over, and may come after an answer that was given later. */
function later(before: Date | undefined, at: Date): Date {
  return before && before > at ? before : at;
}

/** An activity without questions that was read: its one step is done. */
export function afterReading({ lessonId, activity }: ActivityRef, at: Date): ActivityTally {
  return { lessonId, activity, solved: 1, tries: 0, wrong: 0, lastAt: at };
}

export const activityPath = ({ lessonId, activity }: ActivityRef): string => `${lessonId}/${activity}`;

function momentOf({ receivedAt, timeZone }: LedgerEntry): ZonedTime | null {
  return timeZone === null ? null : { at: receivedAt, timeZone };
}
