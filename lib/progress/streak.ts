import { daysBetween } from '#lib/calendar/calendar-day.ts';

/** Days in a row with at least one answer, by the learner's own calendar. */
export interface Streak {
  readonly days: number;
  readonly best: number;
  readonly freezes: number;
  /** The last active day, as 2026-11-22; null before the first. */
  readonly lastDay: string | null;
}

export const noStreak: Streak = { days: 0, best: 0, freezes: 0, lastDay: null };

/** A streak as it is stored with its person. */
export interface StoredStreak {
  readonly streakDays: number;
  readonly streakBest: number;
  readonly streakFreezes: number;
  readonly lastActiveDay: string | null;
}

export function streakOf({ streakDays, streakBest, streakFreezes, lastActiveDay }: StoredStreak): Streak {
  return { days: streakDays, best: streakBest, freezes: streakFreezes, lastDay: lastActiveDay };
}

const daysPerFreeze = 7;
const mostFreezes = 2;

/**
 * The streak after an answer on `day`. Every seventh day in a row earns a freeze, two can be kept;
 * a missed day uses one up, and without one the count starts again at 1.
 */
export function nextStreak(streak: Streak, day: string): Streak {
  if (streak.lastDay === null)
    return { days: 1, best: Math.max(1, streak.best), freezes: streak.freezes, lastDay: day };
  const missed = daysBetween(streak.lastDay, day) - 1;
  if (missed < 0) return streak;
  const kept = missed <= streak.freezes;
  const days = kept ? streak.days + 1 : 1;
  const earned = days % daysPerFreeze === 0 ? 1 : 0;
  return {
    days,
    best: Math.max(streak.best, days),
    freezes: Math.min(mostFreezes, (kept ? streak.freezes - missed : streak.freezes) + earned),
    lastDay: day,
  };
}

/** The streak as it stands on `today`: 0 once more days were missed than freezes can bridge. */
export function shownStreak(streak: Streak, today: string): Streak {
  if (streak.lastDay === null) return streak;
  const missed = daysBetween(streak.lastDay, today) - 1;
  return missed > streak.freezes ? { ...streak, days: 0 } : streak;
}

/** The rule as every page prints it. */
export const streakRule =
  'A day counts when you answer at least one question, by the calendar of your own time zone. Every seventh day in a row earns a freeze; you can keep two. A missed day uses one up instead of ending the streak.';
