import { noStreak, type Streak } from './streak.ts';
import {
  type ActivityRef,
  type ActivityTally,
  activityPath,
  afterReading,
  type ItemTally,
  type LedgerEntry,
  tallyAfter,
} from './tally.ts';

export interface ReadingEntry extends ActivityRef {
  readonly at: Date;
}

/** Where things stand in the lessons of today. */
export interface ItemLocations {
  /** Undefined for an item that is no longer there. */
  activityOf(itemId: string): ActivityRef | undefined;
  /** Whether an activity has no questions, so that reading it is its one step. */
  hasNoQuestions(place: ActivityRef): boolean;
}

export interface Totals {
  readonly xp: number;
  readonly streak: Streak;
  readonly items: readonly ItemTally[];
  readonly activities: readonly ActivityTally[];
}

/**
 * Every total of one person from their whole ledger, in the order of time, and from what they marked as read. Progress
 * goes by where an item stands today; one that is gone keeps its points and counts in no activity.
 */
export function recountTotals(
  ledger: readonly (LedgerEntry & ActivityRef)[],
  readings: readonly ReadingEntry[],
  placements: ItemLocations,
): Totals {
  const items = new Map<string, ItemTally>();
  const activities = new Map<string, ActivityTally>();
  let xp = 0;
  let streak = noStreak;
  for (const reading of readings) {
    if (placements.hasNoQuestions(reading))
      activities.set(activityPath(reading), afterReading(reading, reading.at));
  }
  for (const entry of ledger) {
    const found = placements.activityOf(entry.itemId);
    const place = found ?? entry;
    const before = {
      item: items.get(entry.itemId),
      activity: activities.get(activityPath(place)),
      xp,
      streak,
    };
    const after = tallyAfter(before, entry, place);
    items.set(entry.itemId, after.item);
    if (found) activities.set(activityPath(place), after.activity);
    xp = after.xp;
    streak = after.streak;
  }
  return { xp, streak, items: [...items.values()], activities: [...activities.values()] };
}
