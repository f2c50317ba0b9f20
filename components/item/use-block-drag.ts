'use client';

import { type PointerEvent, type RefObject, useRef } from 'react';

const edge = 64;

/**
 * Moves a block with the pointer, mouse or finger: the other blocks make room as soon as its middle is crossed.
 * Near the edge of the window the page scrolls along.
 */
export function useBlockDrag(
  list: RefObject<HTMLOListElement | null>,
  move: (id: string, to: number) => void,
  hold: (id: string | null) => void,
): (event: PointerEvent<HTMLElement>, id: string) => void {
  const latest = useRef(move);
  latest.current = move;
  return (event, id) => {
    if (event.button !== 0) return;
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    hold(id);
    const onMove = ({ clientY }: { clientY: number }): void => {
      if (clientY < edge) window.scrollBy(0, -12);
      if (clientY > window.innerHeight - edge) window.scrollBy(0, 12);
      latest.current(id, placeAt(list.current, id, clientY));
    };
    const onEnd = (): void => {
      hold(null);
      grip.removeEventListener('pointermove', onMove);
      grip.removeEventListener('lostpointercapture', onEnd);
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('lostpointercapture', onEnd);
  };
}

/** How many other blocks lie above the pointer, by their places and not by where they are gliding just now. */
function placeAt(list: HTMLOListElement | null, id: string, y: number): number {
  if (!list) return 0;
  const within = y - list.getBoundingClientRect().top + list.offsetTop;
  return [...list.querySelectorAll<HTMLElement>('[data-block]')].filter(
    ({ dataset, offsetTop, offsetHeight }) => dataset.block !== id && offsetTop + offsetHeight / 2 < within,
  ).length;
}
