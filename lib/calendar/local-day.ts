import { dateFormat } from './date-format.ts';

/** The calendar day of an instant in a time zone, like 2026-11-22. */
export function localDay(at: Date, timeZone: string): string {
  return dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
