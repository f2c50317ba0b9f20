import { localDay } from '#lib/calendar/local-day.ts';
import { testsPerDay } from './retake-rule.ts';

/** The shortest calendar day: the one on which daylight saving time starts. */
const shortestDayMs = 23 * 60 * 60_000;

/**
 * How many tests of a lesson a learner may still start today, by their own calendar. Without a limit, repeating a test
 * until it is strong by luck would succeed: at 7 % a test, three a day give 20 %, and thirty would give 89 %. Any
 * twenty-three hours touch at most two calendar days, so more tests than two days allow mean that the time zone was changed.
 */
export function testsLeftToday(starts: readonly Date[], now: Date, timeZone: string): number {
  const today = localDay(now, timeZone);
  const startsToday = starts.filter((start) => localDay(start, timeZone) === today);
  const recentStarts = starts.filter((start) => now.getTime() - start.getTime() < shortestDayMs);
  return Math.max(0, Math.min(testsPerDay - startsToday.length, 2 * testsPerDay - recentStarts.length));
}
