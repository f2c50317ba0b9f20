import { useEffect, useRef } from 'react';
import type { EarnedBadge, ProgressUpdate, Totals } from '#lib/progress/sitting-view.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** The effects of an answer, for other parts of the page: header, progress rings and end card. */
export interface Answered {
  readonly totals: Totals | null;
  readonly progress: ProgressUpdate | null;
  readonly gained: number;
  readonly badge: EarnedBadge | null;
  /** The item that was answered; missing when an activity was marked as read. */
  readonly item?: ServedItem;
}

const name = 'surefoot:answered';

export function dispatchAnswered(answered: Answered): void {
  window.dispatchEvent(new CustomEvent(name, { detail: answered }));
}

/** Calls `follow` after each answer until the function that it returns is called. */
export function onAnswered(follow: (answered: Answered) => void): () => void {
  const listener = (event: Event): void => {
    if (event instanceof CustomEvent) follow(event.detail);
  };
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/** Calls `follow` after each answer on this page. */
export function useAnswered(follow: (answered: Answered) => void): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => onAnswered((answered) => latest.current(answered)), []);
}
