import { daysBetween } from '#lib/calendar/calendar-day.ts';
import { localDay } from '#lib/calendar/local-day.ts';

/** Days in a row with at least one answer, by the learner's own calendar. */
export interface Streak {
  readonly days: number;
  readonly best: number;
  readonly freezes: number;
  /** The last active day, as 2026-11-22; null before the first. */
  readonly lastDay: string | null;
  /** The last answer, and the time zone the learner had then; null before the first, and for answers of old releases. */
  readonly lastAt: Date | null;
  readonly lastZone: string | null;
}

/** When something happens, and in which time zone the learner is. */
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

/** A streak as it is stored with its person. */
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

const daysPerFreeze = 7;
const mostFreezes = 2;

/**
 * The streak after an answer on `day`. Every seventh day in a row earns a freeze, two can be kept;
 * a missed day uses one up, and without one the count starts again at 1. Without the moment of the answer, as in the
 * ledger of old releases, days alone are counted, and a flight over the date line looks like a missed day.
 */
export function nextStreak(streak: Streak, day: string, moment: ZonedTime | null = null): Streak {
  const last = latest(streak, moment);
  if (streak.lastDay === null)
    return { days: 1, best: Math.max(1, streak.best), freezes: streak.freezes, lastDay: day, ...last };
  if (day <= streak.lastDay) return { ...streak, ...last };
  const missed = missedDays(streak, streak.lastDay, day, moment);
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

/** The streak as it stands on `today`: 0 once more days were missed than freezes can bridge. */
export function shownStreak(streak: Streak, today: string, moment: ZonedTime | null = null): Streak {
  if (streak.lastDay === null) return streak;
  const missed = missedDays(streak, streak.lastDay, today, moment);
  return missed > streak.freezes ? { ...streak, days: 0 } : streak;
}

/** Two answers of one person can be recorded in the other order, and a recount has to come to the same moment. */
function latest({ lastAt, lastZone }: Streak, moment: ZonedTime | null): Pick<Streak, 'lastAt' | 'lastZone'> {
  const isLater = moment !== null && (lastAt === null || moment.at >= lastAt);
  return isLater ? { lastAt: moment.at, lastZone: moment.timeZone } : { lastAt, lastZone };
}

/**
 * Who travels lives by two calendars. A day is missed when it is by each of them: by the calendar that was left, by
 * the one that is entered, and by the days as they were counted. So a date that a flight over the date line leaves out
 * is not missed, while for a person who stays in one zone all three are the same.
 */
function missedDays(streak: Streak, lastDay: string, day: string, moment: ZonedTime | null): number {
  const counted = daysBetween(lastDay, day) - 1;
  const { lastAt, lastZone } = streak;
  if (counted <= 0 || moment === null || lastAt === null || lastZone === null) return Math.max(0, counted);
  const byZones = [lastZone, moment.timeZone].map((zone) => daysLived(lastAt, moment.at, zone) - 1);
  return Math.max(0, Math.min(counted, ...byZones));
}

/** A few days are looked at one by one: more than a week is missed whatever a zone did. */
const fewDays = 7;
/** Half of the shortest day that a zone has had, so that no date is stepped over. */
const stepMs = 11 * 60 * 60_000;

/** How many dates after the first one a zone had between two instants; Samoa had no 30 December 2011. */
function daysLived(from: Date, to: Date, timeZone: string): number {
  const [first, last] = [localDay(from, timeZone), localDay(to, timeZone)];
  const days = daysBetween(first, last);
  if (days <= 1 || days > fewDays) return days;
  const dates = new Set([first, last]);
  for (let at = from.getTime(); at < to.getTime(); at += stepMs) dates.add(localDay(new Date(at), timeZone));
  return dates.size - 1;
}

/** The rule as every page prints it. */
export const streakRule =
  'A day counts when you answer at least one question, by the calendar of your own time zone. Every seventh day in a row earns a freeze; you can keep two. A missed day uses one up instead of ending the streak. A date that you skip by travelling over the date line is not missed.';
