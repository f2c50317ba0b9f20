import { daysBetween } from './calendar-day.ts';
import { dateFormat } from './date-format.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in one unit: "just now", "5 minutes ago", "3 days ago". A time in the future gives "just now". */
export function agoInWords(then: Date, now: Date): string {
  const ms = now.getTime() - then.getTime();
  if (ms < minute) return 'just now';
  if (ms < hour) return ago(ms / minute, 'minute');
  if (ms < day) return ago(ms / hour, 'hour');
  if (ms < 14 * day) return ago(ms / day, 'day');
  if (ms < 60 * day) return ago(ms / (7 * day), 'week');
  return ago(ms / (30 * day), 'month');
}

function ago(many: number, unit: string): string {
  const whole = Math.floor(many);
  return `${whole} ${whole === 1 ? unit : `${unit}s`} ago`;
}

/** A duration: "54 seconds", "1 minute and 54 seconds", "3 minutes", and from ten minutes on without seconds. */
export function spanInWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds >= 10 * 60) return amount(Math.round(seconds / 60), 'minute');
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return amount(seconds, 'second');
  const rest = seconds % 60;
  return rest === 0
    ? amount(minutes, 'minute')
    : `${amount(minutes, 'minute')} and ${amount(rest, 'second')}`;
}

const amount = (many: number, unit: string): string =>
  many === 1 ? `1 ${unit}` : `${many.toLocaleString('en')} ${unit}s`;

/** An instant to the minute in a time zone: "Sun, 22 Nov 2026, 10:00". */
export function exactTime(at: Date, timeZone: string): string {
  return dateFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** The day of an instant in a time zone: "22 November 2026". */
export function dayInWords(at: Date, timeZone: string): string {
  return dateFormat('en-GB', { timeZone, dateStyle: 'long' }).format(at);
}

/** The day of an instant in a time zone, without its year: "Saturday 28 November". */
export function longDay(at: Date, timeZone: string): string {
  return dateFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** The weekday of a day like 2026-11-22: "Sun" or "Sunday". A calendar day is the same everywhere. */
export function weekday(day: string, length: 'short' | 'long'): string {
  return dateFormat('en-GB', { weekday: length, timeZone: 'UTC' }).format(new Date(day));
}

/** When something is due: "today" (also when overdue), "tomorrow", "in 3 days". Days are like 2026-11-22. */
export function dueInWords(dueDay: string, today: string): string {
  const days = daysBetween(today, dueDay);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
