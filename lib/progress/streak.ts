import { daysBetween } from '#lib/calendar/calendar-day.ts';
import { localDay } from '#lib/calendar/local-day.ts';

/** Days in a row with at least one answer, by the learner's own calendar. */
export interface Streak {
  readonly days: number;
  readonly best: number;
  readonly freezes: number;
  /** The last active day, as 2026-11-22; null before the first. */
  readonly lastDay: string | null;
  /** The last answer, and the learner's time zone then; null before the first, and for answers of old releases. */
  readonly lastAt: Date | null;
  readonly lastZone: string | null;
}

/** An instant, and the learner's time zone then. */
export interface ZonedTime {
  readonly at: Date;
  readonly timeZone: string;
}

export const noStreak: Streak = {
  days: 0,
  best: 0,
  freezes: 0,
  lastDay: null,
  lastAt: null,
  lastZone: null,
};

/** A streak as it is stored with its learner. */
export interface StoredStreak {
  readonly streakDays: number;
  readonly streakBest: number;
  readonly streakFreezes: number;
  readonly lastActiveDay: string | null;
  readonly lastActiveAt: Date | null;
  readonly lastActiveZone: string | null;
}

export function streakOf(stored: StoredStreak): Streak {
  return {
    days: stored.streakDays,
    best: stored.streakBest,
    freezes: stored.streakFreezes,
    lastDay: stored.lastActiveDay,
    lastAt: stored.lastActiveAt,
    lastZone: stored.lastActiveZone,
  };
}

export function storedStreak({ days, best, freezes, lastDay, lastAt, lastZone }: Streak): StoredStreak {
  return {
    streakDays: days,
    streakBest: best,
    streakFreezes: freezes,
    lastActiveDay: lastDay,
    lastActiveAt: lastAt,
    lastActiveZone: lastZone,
  };
}

const daysPerFreeze = 7;
const mostFreezes = 2;

/**
 * The streak after an answer on `day`. Every seventh day in a row earns a freeze, and two can be kept. A missed day uses one
 * freeze; without one the count restarts at 1. Without the time of the answer, as in the ledger of old releases, only days
 * are compared, and a flight across the date line looks like a missed day.
 */
export function nextStreak(streak: Streak, day: string, time: ZonedTime | null = null): Streak {
  const last = latest(streak, time);
  if (streak.lastDay === null)
    return { days: 1, best: Math.max(1, streak.best), freezes: streak.freezes, lastDay: day, ...last };
  if (day <= streak.lastDay) return { ...streak, ...last };
  const missed = missedDays(streak, streak.lastDay, day, time);
  const kept = missed <= streak.freezes;
  const days = kept ? streak.days + 1 : 1;
  const earned = days % daysPerFreeze === 0 ? 1 : 0;
  return {
    days,
    best: Math.max(streak.best, days),
    freezes: Math.min(mostFreezes, (kept ? streak.freezes - missed : streak.freezes) + earned),
    lastDay: day,
    ...last,
  };
}

/** The streak to show on `today`: 0 once more days were missed than there are freezes. */
export function shownStreak(streak: Streak, today: string, time: ZonedTime | null = null): Streak {
  if (streak.lastDay === null) return streak;
  const missed = missedDays(streak, streak.lastDay, today, time);
  return missed > streak.freezes ? { ...streak, days: 0 } : streak;
}

/** The later of the two times: answers can be recorded out of order, and a recount must give the same result. */
function latest({ lastAt, lastZone }: Streak, time: ZonedTime | null): Pick<Streak, 'lastAt' | 'lastZone'> {
  const isLater = time !== null && (lastAt === null || time.at >= lastAt);
  return isLater ? { lastAt: time.at, lastZone: time.timeZone } : { lastAt, lastZone };
}

/**
 * The days missed between two answers. For a learner who changes time zones it is the smallest of three counts: by the old
 * zone, by the new zone, and by the recorded days. So a date that is skipped by crossing the date line is not missed. For a
 * learner who stays in one zone all three are equal.
 */
function missedDays(streak: Streak, lastDay: string, day: string, time: ZonedTime | null): number {
  const counted = daysBetween(lastDay, day) - 1;
  const { lastAt, lastZone } = streak;
  if (counted <= 0 || time === null || lastAt === null || lastZone === null) return Math.max(0, counted);
  const byZones = [lastZone, time.timeZone].map((zone) => daysLived(lastAt, time.at, zone) - 1);
  return Math.max(0, Math.min(counted, ...byZones));
}

/** Longer spans are not checked for skipped dates: so many days are missed in any zone. */
const fewDays = 7;
/** Less than half of the shortest day, so that no date is skipped. */
const stepMs = 11 * 60 * 60_000;

/** The number of dates between two instants in a zone, the first one not counted; Samoa had no 30 December 2011. */
function daysLived(from: Date, to: Date, timeZone: string): number {
  const [first, last] = [localDay(from, timeZone), localDay(to, timeZone)];
  const days = daysBetween(first, last);
  if (days <= 1 || days > fewDays) return days;
  const dates = new Set([first, last]);
  for (let at = from.getTime(); at < to.getTime(); at += stepMs) dates.add(localDay(new Date(at), timeZone));
  return dates.size - 1;
}
