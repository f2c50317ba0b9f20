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

/** A rating that is sent when its card is left: `item` is the card as it will be then. */
export const heldEvent = 'surefoot:held';

export function dispatchAnswered(answered: Answered): void {
  window.dispatchEvent(new CustomEvent(name, { detail: answered }));
}

/** Calls `follow` after each answer, or each event of another name, until the function that it returns is called. */
export function onAnswered(follow: (answered: Answered) => void, type = name): () => void {
  const listener = (event: Event): void => {
    if (event instanceof CustomEvent) follow(event.detail);
  };
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
}

/** Calls `follow` after each answer, or each event of another name, on this page. */
export function useAnswered(follow: (answered: Answered) => void, type = name): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => onAnswered((answered) => latest.current(answered), type), [type]);
}
