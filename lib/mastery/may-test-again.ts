import { localDay } from '#lib/progress/streak.ts';
import { testsPerDay } from './retake-rule.ts';

/**
 * Whether somebody may begin another test of a lesson today, by their own calendar. Who repeats a test until luck says
 * strong would make the word worth nothing: at 7 % a test, three a day are 20 %, and thirty would be 89 %.
 */
export function mayTestAgain(starts: readonly Date[], now: Date, timeZone: string): boolean {
  const today = localDay(now, timeZone);
  return starts.filter((start) => localDay(start, timeZone) === today).length < testsPerDay;
}
