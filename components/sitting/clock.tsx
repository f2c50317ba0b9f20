'use client';

import { useEffect, useRef, useState } from 'react';
import { useRemaining } from './use-remaining.ts';

export interface ClockProps {
  /** On the server's clock, in milliseconds since 1970. */
  deadline: number;
  now: number;
  onOver: () => void;
}

/** When the tone changes, once. */
const lateMs = 30_000;

/** A thin line and a number; both can be put away. It speaks at half time, at one minute and at ten seconds, no more. */
export function Clock({ deadline, now, onOver }: ClockProps) {
  const left = useRemaining(deadline, now);
  const [full] = useState(deadline - now);
  const [hidden, setHidden] = useState(false);
  const over = left <= 0;
  useEffect(() => {
    if (over) onOver();
  }, [over, onOver]);
  const tone = left <= lateMs ? 'text-unsure' : 'text-ink-soft';
  return (
    <div className={`flex min-h-11 items-center gap-3 text-sm sm:min-w-64 ${tone}`}>
      {hidden ? null : (
        <>
          <span role="timer" aria-live="off" aria-label="Time left" className="font-semibold tabular-nums">
            {clockText(left)}
          </span>
          <svg width="100%" height="3" aria-hidden="true" className="hidden w-32 grow sm:block">
            <rect width="100%" height="3" rx="1.5" className="fill-line" />
            <rect width={`${(100 * left) / full}%`} height="3" rx="1.5" fill="currentColor" />
          </svg>
        </>
      )}
      <button
        type="button"
        aria-pressed={hidden}
        onClick={() => setHidden(!hidden)}
        className="needs-script min-h-11 rounded-sm px-1 whitespace-nowrap text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink"
      >
        {hidden ? 'Show clock' : 'Hide'}
        {hidden ? null : <span className="sr-only"> clock</span>}
      </button>
      <span role="status" className="sr-only">
        {useSpoken(left, full)}
      </span>
    </div>
  );
}

/** Minutes and seconds, rounded up so that 0:00 means over. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The last of the three moments that has come, in words; nothing before the first. */
function useSpoken(left: number, full: number): string {
  const begun = useRef(left);
  const moments = [
    { at: full / 2, say: `Half of the time is left: ${clockText(full / 2)}.` },
    { at: 60_000, say: 'One minute left.' },
    { at: 10_000, say: 'Ten seconds left.' },
    { at: 0, say: 'The time is over.' },
  ];
  return moments.findLast(({ at }) => left <= at && begun.current > at)?.say ?? '';
}
