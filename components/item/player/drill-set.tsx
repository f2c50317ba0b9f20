import { StartOver, type StartOverProps } from '#components/lesson/start-over.tsx';
import { ItemSet, type ItemSetProps } from './item-set.tsx';

export interface DrillSetProps extends Omit<ItemSetProps, 'end' | 'children'> {
  /** Null where nothing can be drawn again: before a guest’s first answer. */
  again: Omit<StartOverProps<unknown, string>, 'children'> | null;
}

const end = 'practice-end';

/** The questions at the foot of a page, and the button that draws others. */
export function DrillSet({ again, ...set }: DrillSetProps) {
  return (
    <ItemSet {...set} end={end}>
      <p id={end} data-set-end className="set-only scroll-mt-40 font-semibold">
        These were all. Right answers count; what you missed comes back in a review.
      </p>
      {again ? <StartOver {...again}>Get different questions</StartOver> : null}
    </ItemSet>
  );
}
