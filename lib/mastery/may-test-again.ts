import { localDay } from '#lib/calendar/local-day.ts';
import { testsPerDay } from './retake-rule.ts';

/** The shortest calendar day, the one on which a clock is put forward. */
const shortestDayMs = 23 * 60 * 60_000;

/**
 * Whether somebody may start another test of a lesson today, by their own calendar. Who repeats a test until luck says
 * strong would make the word worth nothing: at 7 % a test, three a day are 20 %, and thirty would be 89 %.
 * Twenty-three hours touch two calendar days at the most: whoever started the tests of two days within them and asks for more has
 * changed the time zone to get a new day.
 */
export function mayTestAgain(starts: readonly Date[], now: Date, timeZone: string): boolean {
  const today = localDay(now, timeZone);
  const ofToday = starts.filter((start) => localDay(start, timeZone) === today);
  const ofLate = starts.filter((start) => now.getTime() - start.getTime() < shortestDayMs);
  return ofToday.length < testsPerDay && ofLate.length < 2 * testsPerDay;
}
