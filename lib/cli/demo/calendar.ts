/** The instant at this local time, `daysAgo` days before the day of `now`. */
export function localTime(now: Date, daysAgo: number, hour: number, minute = 0): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour, minute);
}

export function isWeekend(now: Date, daysAgo: number): boolean {
  return [0, 6].includes(localTime(now, daysAgo, 12).getDay());
}

/** An upper bound for a session, so that no simulated event is in the future. */
export const longestSessionMs = 3 * 60 * 60_000;

export function endsBefore(now: Date, start: Date): boolean {
  return start.getTime() + longestSessionMs < now.getTime();
}
