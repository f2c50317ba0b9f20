import { useEffect, useRef } from 'react';
import { Text } from '#components/lesson/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Rich } from '#lib/text/rich.ts';

export interface OpenedHintsProps {
  hints: readonly Rich[];
  /** How many there were when the page came. */
  served: number;
}

/** Hints in the order in which they were opened; one that has just been opened gets the focus. */
export function OpenedHints({ hints, served }: OpenedHintsProps) {
  const newest = useRef<HTMLDivElement>(null);
  const seen = useRef(served);
  useEffect(() => {
    if (hints.length > seen.current) newest.current?.focus();
    seen.current = hints.length;
  }, [hints.length]);
  return hints.map((hint, index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: hints open in their order
      key={index}
      ref={index === hints.length - 1 ? newest : undefined}
      tabIndex={-1}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3"
    >
      <Icon name="hint" className="mt-[0.25em] text-accent" />
      <div>
        <p className="text-sm text-ink-soft">Hint {index + 1}</p>
        <Text nodes={hint} />
      </div>
    </div>
  ));
}
