import { localDay } from './streak.ts';

const longestDayMs = 26 * 60 * 60_000;

/** The first instant of a person's next calendar day; right also where a day has 23 or 25 hours. */
export function nextDayStart(now: Date, timeZone: string): Date {
  const today = localDay(now, timeZone);
  let before = now.getTime();
  let after = before + longestDayMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(new Date(middle), timeZone) === today) before = middle;
    else after = middle;
  }
  return new Date(after);
}
