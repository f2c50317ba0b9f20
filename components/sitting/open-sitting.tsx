import { useEffect, useRef } from 'react';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { OpenItem, type OpenItemProps } from './open-item.tsx';
import { SittingSteps } from './sitting-steps.tsx';

export type OpenSittingProps<R extends string> = Omit<OpenItemProps<R>, 'isLast'>;

/** The open item, its number and the status of the others. */
export function OpenSitting<R extends string>(props: OpenSittingProps<R>) {
  const { view, item, words } = props;
  const position = positionOf(view);
  const top = useFocusOnChange(item.id);
  return (
    <section aria-label={words.title} className="max-w-[46rem]">
      <div
        ref={top}
        tabIndex={-1}
        className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2"
      >
        <p className="font-semibold tabular-nums">
          {words.noun} {position} of {view.mayEndEarly ? 'at most ' : ''}
          {view.statuses.length}
        </p>
        <SittingSteps statuses={view.statuses} noun={words.noun} />
      </div>
      <OpenItem
        key={`${view.address.ordinal}/${item.id}`}
        {...props}
        isLast={position === view.statuses.length}
      />
    </section>
  );
}

/** The number of the current item, counted from 1. Once it is settled, its status shows the result instead of "current". */
function positionOf({ statuses }: SittingView): number {
  const current = statuses.indexOf('current');
  return current >= 0 ? current + 1 : statuses.filter((status) => status !== 'todo').length;
}

function useFocusOnChange(id: string) {
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef(id);
  useEffect(() => {
    if (seen.current === id) return;
    seen.current = id;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
  }, [id]);
  return top;
}
