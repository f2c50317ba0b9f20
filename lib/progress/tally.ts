import { nextStreak, type Streak, type ZonedTime } from './streak.ts';

/** The verdict of grading. 'open': an answer to a card or an open question, which cannot be wrong. */
export type AnswerCorrectness = 'right' | 'wrong' | 'open';

/** The parts of a ledger row that totals depend on. */
export interface LedgerEntry {
  readonly itemId: string;
  readonly verdict: AnswerCorrectness;
  readonly score: number;
  readonly points: number;
  readonly receivedAt: Date;
  readonly localDay: string;
  /** The learner's time zone then; null for answers of releases that did not store it. */
  readonly timeZone: string | null;
}

/** The activity that an item is in now. The item may have moved since it was answered; its progress moves with it. */
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

/** The totals that one answer can change. */
export interface LearnerTally {
  readonly item: ItemTally | undefined;
  readonly activity: ActivityTally | undefined;
  readonly xp: number;
  readonly streak: Streak;
}

/** The totals after one more answer, used by grading and by a recount. */
export function tallyAfter(current: LearnerTally, entry: LedgerEntry, { lessonId, activity }: ActivityRef) {
  const right = entry.verdict === 'right';
  const newlySolved = right && !current.item?.solved;
  const location = { lessonId, activity };
  return {
    item: {
      itemId: entry.itemId,
      ...location,
      tries: (current.item?.tries ?? 0) + 1,
      bestScore: Math.max(current.item?.bestScore ?? 0, entry.score),
      solved: right || (current.item?.solved ?? false),
      points: (current.item?.points ?? 0) + entry.points,
      lastAt: later(current.item?.lastAt, entry.receivedAt),
    },
    activity: {
      ...location,
      solved: (current.activity?.solved ?? 0) + (newlySolved ? 1 : 0),
      tries: (current.activity?.tries ?? 0) + 1,
      wrong: (current.activity?.wrong ?? 0) + (entry.verdict === 'wrong' ? 1 : 0),
      lastAt: later(current.activity?.lastAt, entry.receivedAt),
    },
    xp: current.xp + entry.points,
    streak: nextStreak(current.streak, entry.localDay, momentOf(entry)),
  } satisfies LearnerTally;
}

/** The later of two times: a saved draft may be graded after an answer that was given later. */
function later(current: Date | undefined, at: Date): Date {
  return current && current > at ? current : at;
}

/** The tally of an activity without questions that was marked as read: its one step is done. */
export function afterReading({ lessonId, activity }: ActivityRef, at: Date): ActivityTally {
  return { lessonId, activity, solved: 1, tries: 0, wrong: 0, lastAt: at };
}

export const activityPath = ({ lessonId, activity }: ActivityRef): string => `${lessonId}/${activity}`;

function momentOf({ receivedAt, timeZone }: LedgerEntry): ZonedTime | null {
  return timeZone === null ? null : { at: receivedAt, timeZone };
}
