'use client';

import { type PointerEvent, useState } from 'react';

interface Ghost {
  readonly token: string;
  readonly x: number;
  readonly y: number;
}

const slack = 6;

/** Drags a token onto a blank; a press that hardly moves is still a click. */
export function useTokenDrag(drop: (token: string, blank: string) => void): {
  drag: (event: PointerEvent<HTMLElement>, token: string) => void;
  ghost: Ghost | null;
} {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const drag = (event: PointerEvent<HTMLElement>, token: string): void => {
    if (event.button !== 0) return;
    const { currentTarget: chip, clientX, clientY, pointerId } = event;
    let moved = false;
    chip.setPointerCapture(pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    const onMove = ({ clientX: x, clientY: y }: MouseEvent): void => {
      moved ||= Math.hypot(x - clientX, y - clientY) > slack;
      if (moved) setGhost({ token, x, y: y - 4 });
    };
    const onUp = ({ clientX: x, clientY: y }: MouseEvent): void => {
      const blank = moved ? blankAt(x, y) : null;
      if (blank) drop(token, blank);
      if (moved) chip.addEventListener('click', halt, { once: true, capture: true });
      setTimeout(() => chip.removeEventListener('click', halt, { capture: true }));
    };
    chip.addEventListener('pointermove', onMove, { signal });
    chip.addEventListener('pointerup', onUp, { signal });
    const onEnd = (): void => {
      ended.abort();
      setGhost(null);
    };
    chip.addEventListener('lostpointercapture', onEnd, { signal });
  };
  return { drag, ghost };
}

/** Suppresses the click that ends a drag. */
function halt(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The blank under or just above the pointer, where the token is drawn. */
function blankAt(x: number, y: number): string | null {
  for (const up of [0, 12, 24, 36]) {
    const blank = document.elementFromPoint(x, y - up)?.closest('[data-blank]');
    if (blank) return blank.getAttribute('data-blank');
  }
  return null;
}
