'use client';

import { type PointerEvent, type RefObject, useRef } from 'react';

const edge = 64;

/**
 * Moves a block with the pointer: another block makes room as soon as the pointer crosses its middle.
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
    // The list captures the pointer: a grip would lose it whenever its block moves in the DOM.
    const holder = list.current;
    if (event.button !== 0 || !holder) return;
    holder.setPointerCapture(event.pointerId);
    hold(id);
    const ended = new AbortController();
    const { signal } = ended;
    const onMove = ({ clientY }: { clientY: number }): void => {
      if (clientY < edge) window.scrollBy(0, -12);
      if (clientY > window.innerHeight - edge) window.scrollBy(0, 12);
      latest.current(id, placeAt(holder, id, clientY));
    };
    const onEnd = (): void => {
      ended.abort();
      hold(null);
    };
    holder.addEventListener('pointermove', onMove, { signal });
    holder.addEventListener('lostpointercapture', onEnd, { signal });
  };
}

/** How many other blocks lie above the pointer, by their layout positions, ignoring running animations. */
function placeAt(list: HTMLOListElement, id: string, y: number): number {
  const within = y - list.getBoundingClientRect().top + list.offsetTop;
  return [...list.querySelectorAll<HTMLElement>('[data-block]')].filter(
    ({ dataset, offsetTop, offsetHeight }) => dataset.block !== id && offsetTop + offsetHeight / 2 < within,
  ).length;
}
