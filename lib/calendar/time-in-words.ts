import { daysBetween } from './calendar-day.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in one unit: "just now", "5 minutes ago", "3 days ago". Of the future it says "just now". */
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

/** How long, to the second below two minutes and to the minute above: "1 second", "90 seconds", "3 minutes". */
export function spanInWords(ms: number): string {
  const [many, unit] =
    ms < 2 * minute ? [Math.round(ms / 1000), 'second'] : [Math.round(ms / minute), 'minute'];
  return many === 1 ? `1 ${unit}` : `${many.toLocaleString('en')} ${unit}s`;
}

/** To the minute, in a person's own zone: "Sun, 22 Nov 2026, 10:00". */
export function exactTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** The day in a person's own zone: "22 November 2026". */
export function dayInWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' }).format(at);
}

/** When something comes back, by calendar days of the person's own zone: "today", "tomorrow", "in 3 days". */
export function dueInWords(dueDay: string, today: string): string {
  const days = daysBetween(today, dueDay);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
