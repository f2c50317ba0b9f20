'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useScripted } from '#components/item/form/use-scripted.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { ClockFacts } from '#lib/sitting/clock-reading.ts';
import { type ClockFace, ServerClock } from './server-clock.ts';

/** The clock of the open item; a component that uses it is keyed by the item. */
export function useServerClock({ address, current, now, credits }: SittingView): ServerClock {
  const deadline = current?.state.deadline ?? null;
  // The first render in the browser repeats the server's when the sitting came with the document.
  const cameWithDocument = !useScripted();
  const [clock] = useState(
    () =>
      new ServerClock({
        facts: { deadline, now, credits },
        at: cameWithDocument ? documentArrivedAt() : performance.now(),
        askImmediately: cameWithDocument,
        ask: () => ask({ lesson: address.lessonId, activity: address.activity, item: current?.id ?? '' }),
      }),
  );
  useEffect(
    () => clock.update({ deadline, now, credits }, performance.now()),
    [clock, deadline, now, credits],
  );
  useEffect(() => clock.run(), [clock]);
  return clock;
}

export function useClockFace(clock: ServerClock): ClockFace {
  return useSyncExternalStore(clock.subscribe, clock.face, clock.firstFace);
}

/** Whether the time is up; an answer that was just sent may still count. */
export function useIsOver(clock: ServerClock): boolean {
  return useSyncExternalStore(
    clock.subscribe,
    () => clock.face().over,
    () => false,
  );
}

/** When the first byte of this document arrived, by `performance.now()`; 0 on the server. */
function documentArrivedAt(): number {
  if (typeof window === 'undefined') return 0;
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry.responseStart : performance.now();
}

const patienceMs = 5_000;

async function ask(question: Record<string, string>): Promise<ClockFacts | null> {
  try {
    const reply = await fetch(`/api/clock?${new URLSearchParams(question)}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    return reply.status === 200 ? await reply.json() : null;
  } catch {
    // Without a connection the page keeps counting by itself.
    return null;
  }
}
