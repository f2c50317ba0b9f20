'use client';

import { useEffect, useRef, useState } from 'react';
import { announcementDue, type ClockAnnouncement } from '#lib/sitting/clock-reading.ts';
import type { ServerClock } from './server-clock.ts';
import { useClockFace } from './use-server-clock.ts';

/** Below this the clock changes colour. */
const lateMs = 30_000;

/** The time left as a number and a bar, which can be hidden. Screen readers hear it at half time, one minute and ten seconds. */
export function Clock({ clock }: { clock: ServerClock }) {
  const { leftMs, fullMs } = useClockFace(clock);
  const [hidden, setHidden] = useState(false);
  const announcement = useAnnouncement(leftMs, fullMs);
  if (leftMs === null) return <span className="text-sm text-ink-soft">No clock now</span>;
  const tone = leftMs <= lateMs ? 'text-unsure' : 'text-ink-soft';
  return (
    <div className={`flex min-h-11 items-center gap-3 text-sm sm:min-w-64 ${tone}`}>
      {hidden ? null : (
        <>
          <span role="timer" aria-live="off" aria-label="Time left" className="font-semibold tabular-nums">
            {clockText(leftMs)}
          </span>
          <svg width="100%" height="3" aria-hidden="true" className="hidden w-32 grow sm:block">
            <rect width="100%" height="3" rx="1.5" className="fill-line" />
            <rect
              width={`${(100 * leftMs) / Math.max(1, fullMs)}%`}
              height="3"
              rx="1.5"
              fill="currentColor"
            />
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
        {announcement}
      </span>
    </div>
  );
}

/** Minutes and seconds, rounded up so that 0:00 means over. */
function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Announces each moment once, even if time is added later, and none that had passed when the page was opened. */
function useAnnouncement(leftMs: number | null, fullMs: number): string {
  const initialLeftMs = useRef(leftMs);
  const announced = useRef(new Set<ClockAnnouncement>());
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (leftMs === null || initialLeftMs.current === null) return;
    const moment = announcementDue(
      { begun: initialLeftMs.current, left: leftMs, full: fullMs },
      announced.current,
    );
    if (moment === null) return;
    announced.current.add(moment);
    setAnnouncement(sentence(moment, fullMs));
  }, [leftMs, fullMs]);
  return announcement;
}

function sentence(moment: ClockAnnouncement, fullMs: number): string {
  if (moment === 'half') return `Half of the time is left: ${clockText(fullMs / 2)}.`;
  return moment === 'minute' ? 'One minute left.' : 'Ten seconds left.';
}
