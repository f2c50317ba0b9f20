import { endAnchor } from './end-anchor.ts';
import { keepPlace } from './reading-place.ts';

interface Following {
  /** The name of the text on this device. */
  readonly name: string;
  /** The anchors of its parts, in their order. */
  readonly anchors: readonly string[];
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Called with the anchor of the part that is being read. */
  readonly onMove: (anchor: string) => void;
}

/** How much of the screen is above the line that is taken as read, as a share. */
const readingLine = 0.4;

/** Follows the reader through a text and remembers the part they are in until they come to its end. */
export function followReading({ name, anchors, signal, onMove }: Following): void {
  const parts = anchors.flatMap((anchor) => document.getElementById(anchor) ?? []);
  let current: string | null = null;
  let isAwaited = false;
  // A part that is folded or belongs to another step has no place on the screen.
  const isPassed = (part: Element | null): boolean =>
    part?.checkVisibility() === true && part.getBoundingClientRect().top < window.innerHeight * readingLine;
  const look = (): void => {
    isAwaited = false;
    if (signal.aborted) return;
    const reading = parts.findLast(isPassed)?.id ?? null;
    if (isPassed(document.getElementById(endAnchor))) keepPlace(name, null);
    else if (reading !== null && reading !== anchors[0]) keepPlace(name, reading);
    if (reading !== null && reading !== current) onMove(reading);
    current = reading;
  };
  window.addEventListener(
    'scroll',
    () => {
      if (isAwaited) return;
      isAwaited = true;
      requestAnimationFrame(look);
    },
    { passive: true, signal },
  );
  look();
}
