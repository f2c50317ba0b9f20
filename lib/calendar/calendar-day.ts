const dayMs = 86_400_000;

/** Calendar days from one day to another, both as 2026-11-22: days are counted, whatever length a clock gave them. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The day so many calendar days later, as 2026-11-22. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
