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

/** Where items are in the current lessons. */
export interface ItemLocations {
  /** Undefined for a removed item. */
  activityOf(itemId: string): ActivityRef | undefined;
  /** Whether reading the activity is its only step. */
  hasNoQuestions(activity: ActivityRef): boolean;
}

export interface Totals {
  readonly xp: number;
  readonly streak: Streak;
  readonly items: readonly ItemTally[];
  readonly activities: readonly ActivityTally[];
}

/**
 * All totals of one learner, recomputed from their whole ledger in order of time and from what they marked as read.
 * Progress is counted in the current activity of an item; a removed item keeps its points and counts in no activity.
 */
export function recountTotals(
  ledger: readonly (LedgerEntry & ActivityRef)[],
  readings: readonly ReadingEntry[],
  locations: ItemLocations,
): Totals {
  const items = new Map<string, ItemTally>();
  const activities = new Map<string, ActivityTally>();
  let xp = 0;
  let streak = noStreak;
  for (const reading of readings) {
    if (locations.hasNoQuestions(reading))
      activities.set(activityPath(reading), afterReading(reading, reading.at));
  }
  for (const entry of ledger) {
    const found = locations.activityOf(entry.itemId);
    const activity = found ?? entry;
    const before = {
      item: items.get(entry.itemId),
      activity: activities.get(activityPath(activity)),
      xp,
      streak,
    };
    const after = tallyAfter(before, entry, activity);
    items.set(entry.itemId, after.item);
    if (found) activities.set(activityPath(activity), after.activity);
    xp = after.xp;
    streak = after.streak;
  }
  return { xp, streak, items: [...items.values()], activities: [...activities.values()] };
}
