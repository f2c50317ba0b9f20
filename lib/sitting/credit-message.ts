import { dateFormat } from '#lib/calendar/date-format.ts';
import { spanInWords } from '#lib/calendar/time-in-words.ts';
import type { Credit } from './clock-reading.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** "2 minutes were added: the server was down from 10:03 to 10:05." Times are in the learner's time zone. */
export function creditMessage({ awayFrom, awayTo, addedMs }: Credit, timeZone: string): string {
  const span = awayTo - awayFrom;
  const format = dateFormat('en-GB', {
    timeZone,
    ...(span >= dayMs ? { day: 'numeric', month: 'short' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    ...(span < 2 * minuteMs ? { second: '2-digit' } : {}),
  });
  return `${added(addedMs)} added: the server was down from ${format.format(awayFrom)} to ${format.format(awayTo)}.`;
}

function added(ms: number): string {
  const span = spanInWords(ms);
  return `${span} ${/^1 \w+$/.test(span) ? 'was' : 'were'}`;
}
