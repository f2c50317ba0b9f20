/** The instant at this hour of the local day that lies `daysAgo` days before the day of `now`. */
export function localTime(now: Date, daysAgo: number, hour: number, minute = 0): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour, minute);
}

export function isWeekend(now: Date, daysAgo: number): boolean {
  return [0, 6].includes(localTime(now, daysAgo, 12).getDay());
}

/** A session is over by then: nothing in the school's past may lie in the future. */
export const longestSessionMs = 3 * 60 * 60_000;

export function endsBefore(now: Date, start: Date): boolean {
  return start.getTime() + longestSessionMs < now.getTime();
}
