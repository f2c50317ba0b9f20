import { agoInWords, exactTime } from '#lib/calendar/time-in-words.ts';

export interface MomentProps {
  at: Date;
  now: Date;
  /** The reader’s time zone. */
  timeZone: string;
  /** Show the exact time beside the words, not only on hover. */
  exact?: boolean | undefined;
}

/** How long ago something was, with the exact time in the reader’s time zone. */
export function Moment({ at, now, timeZone, exact = false }: MomentProps) {
  const precisely = exactTime(at, timeZone);
  return (
    <time dateTime={at.toISOString()} title={precisely} className="whitespace-nowrap">
      {agoInWords(at, now)}
      {exact ? <span className="block text-sm text-ink-soft">{precisely}</span> : null}
    </time>
  );
}
