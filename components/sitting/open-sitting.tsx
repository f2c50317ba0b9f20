import { useEffect, useRef } from 'react';
import { RareIcon } from '#components/ui/rare-icon.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { OpenItem, type OpenItemProps } from './open-item.tsx';
import { SittingSteps } from './sitting-steps.tsx';

export interface OpenSittingProps<R extends string> extends Omit<OpenItemProps<R>, 'isLast'> {
  /** Where *Leave* leads. */
  lessonHref: string;
}

/**
 * The open item, its number, the status of the others and a way out. While it is open, styles hide what else is on the
 * page. *Leave* loads its page anew, because the header then names what is open.
 */
export function OpenSitting<R extends string>({ lessonHref, ...props }: OpenSittingProps<R>) {
  const { view, item, words } = props;
  const position = positionOf(view);
  const top = useFocusOnChange(item.id);
  return (
    <section aria-label={words.title} data-focus-mode className="mx-auto max-w-[46rem]">
      <div ref={top} tabIndex={-1} className="focus-bar">
        <a href={lessonHref} className="focus-leave no-print">
          <RareIcon name="cross" size={16} />
          Leave, your answers are kept
        </a>
        <SittingSteps statuses={view.statuses} noun={words.noun} address={view.address} going={props.going} />
        <h1>
          <span className="sr-only">{words.title}: </span>
          <span>
            {words.noun} {position} of {view.mayEndEarly ? 'at most ' : ''}
            {view.statuses.length}
          </span>
        </h1>
      </div>
      <OpenItem
        key={`${view.address.ordinal}/${item.id}`}
        {...props}
        isLast={!view.statuses.some((status) => status === 'todo' || status === 'flagged')}
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
