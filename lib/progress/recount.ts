import type { Answer } from '#lib/item/registry.ts';
import { nextStreak, noStreak, type Streak } from './streak.ts';

/** One row of the ledger, as far as totals depend on it. */
export interface LedgerEntry {
  readonly lessonId: string;
  readonly activity: string;
  readonly itemId: string;
  readonly answer: Answer;
  readonly score: number;
  readonly points: number;
  readonly receivedAt: Date;
  readonly localDay: string;
}

export interface ReadingEntry {
  readonly lessonId: string;
  readonly activity: string;
  readonly at: Date;
}

export interface ItemTally {
  readonly itemId: string;
  readonly lessonId: string;
  readonly activity: string;
  readonly tries: number;
  readonly bestScore: number;
  readonly solved: boolean;
  readonly points: number;
  readonly lastAt: Date;
}

export interface ActivityTally {
  readonly lessonId: string;
  readonly activity: string;
  readonly solved: number;
  readonly tries: number;
  readonly wrong: number;
  readonly lastAt: Date;
}

export interface Totals {
  readonly xp: number;
  readonly streak: Streak;
  readonly items: readonly ItemTally[];
  readonly activities: readonly ActivityTally[];
}

/** Every total of one person from their whole ledger and what they marked as read, both in the order of time. */
export function recountTotals(ledger: readonly LedgerEntry[], readings: readonly ReadingEntry[]): Totals {
  const items = new Map<string, ItemTally>();
  const activities = new Map<string, ActivityTally>();
  let xp = 0;
  let streak = noStreak;
  const waiting = [...readings];
  for (const entry of ledger) {
    while (waiting[0] && waiting[0].at <= entry.receivedAt) addReading(activities, waiting.shift());
    const before = items.get(entry.itemId);
    items.set(entry.itemId, nextItem(before, entry));
    const key = placeKey(entry);
    activities.set(key, nextActivity(activities.get(key), entry, isRightAnswer(entry) && !before?.solved));
    xp += entry.points;
    streak = nextStreak(streak, entry.localDay);
  }
  for (const reading of waiting) addReading(activities, reading);
  return { xp, streak, items: [...items.values()], activities: [...activities.values()] };
}

/** Whether the answer was right when it was graded. Free recall has a score, but is done once it was compared. */
export function isRightAnswer({ answer, score }: Pick<LedgerEntry, 'answer' | 'score'>): boolean {
  return 'ticks' in answer ? answer.ticks !== null : score >= 1;
}

/** Cards and free recall can be left unsolved, but nobody fails them. */
function isWrong(entry: LedgerEntry): boolean {
  return !isRightAnswer(entry) && !('ticks' in entry.answer) && !('rating' in entry.answer);
}

function nextItem(before: ItemTally | undefined, entry: LedgerEntry): ItemTally {
  return {
    itemId: entry.itemId,
    lessonId: entry.lessonId,
    activity: entry.activity,
    tries: (before?.tries ?? 0) + 1,
    bestScore: Math.max(before?.bestScore ?? 0, entry.score),
    solved: isRightAnswer(entry) || (before?.solved ?? false),
    points: (before?.points ?? 0) + entry.points,
    lastAt: entry.receivedAt,
  };
}

function nextActivity(
  before: ActivityTally | undefined,
  entry: LedgerEntry,
  newlySolved: boolean,
): ActivityTally {
  return {
    lessonId: entry.lessonId,
    activity: entry.activity,
    solved: (before?.solved ?? 0) + (newlySolved ? 1 : 0),
    tries: (before?.tries ?? 0) + 1,
    wrong: (before?.wrong ?? 0) + (isWrong(entry) ? 1 : 0),
    lastAt: entry.receivedAt,
  };
}

/** Reading counts once, and only where nothing was answered before. */
function addReading(activities: Map<string, ActivityTally>, reading: ReadingEntry | undefined): void {
  if (!reading || activities.has(placeKey(reading))) return;
  const { lessonId, activity, at } = reading;
  activities.set(placeKey(reading), { lessonId, activity, solved: 1, tries: 0, wrong: 0, lastAt: at });
}

export const placeKey = ({
  lessonId,
  activity,
}: {
  readonly lessonId: string;
  readonly activity: string;
}): string => `${lessonId}/${activity}`;
