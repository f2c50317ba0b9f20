import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Answered, heldEvent } from '#components/shell/answered-event.ts';
import type { Rating } from '#lib/item/rating.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

export interface HeldRating {
  /** Null when none waits to be sent. */
  readonly rating: Rating | null;
  /** The field of the form that holds it. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** Keeps the rating of a pressed button; false when it is sent at once instead. */
  readonly hold: (event: MouseEvent<HTMLButtonElement>, rating: Rating) => boolean;
}

/**
 * A rating waits until its card is left, so that another can take its place; the server records one answer. A page that
 * closes before has it as a draft. Where cards stand in a list, nothing leads on from them, so a rating is sent at once.
 */
export function useHeldRating(item: ServedItem): HeldRating {
  const { draft, idempotencyKey, settled } = item.state;
  const kept = draft && 'rating' in draft && draft.rating !== '' && !settled ? draft.rating : null;
  const [held, setHeld] = useState({ idempotencyKey, rating: kept });
  const rating = held.idempotencyKey === idempotencyKey && !settled ? held.rating : null;
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(item);
  latest.current = item;
  useEffect(() => {
    if (!rating) return undefined;
    announce(latest.current, rating);
    const leave = (event: Event): void => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-go], a[href]')) return;
      const form = field.current?.closest('form');
      form?.requestSubmit(form.querySelector(`button[value=${rating}]`));
    };
    document.addEventListener('click', leave, { capture: true });
    return () => document.removeEventListener('click', leave, { capture: true });
  }, [rating]);
  return {
    rating,
    field,
    hold(event, chosen) {
      const onward = event.currentTarget.closest('article')?.querySelector('[data-go]');
      if (!onward?.checkVisibility()) return false;
      event.preventDefault();
      setHeld({ idempotencyKey, rating: chosen });
      return true;
    },
  };
}

function announce({ state, ...item }: ServedItem, rating: Rating): void {
  const solved = rating !== 'again';
  const rated = { ...state, used: state.used + 1, answer: { rating }, settled: solved, solved };
  const detail: Answered = {
    ...{ totals: null, progress: null, gained: 0, badge: null },
    item: { ...item, state: rated },
  };
  window.dispatchEvent(new CustomEvent(heldEvent, { detail }));
}
