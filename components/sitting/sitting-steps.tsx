import { Mark } from '#components/ui/mark.tsx';
import type { ItemStatus } from '#lib/progress/sitting-view.ts';

const words = {
  todo: 'still to come',
  current: 'open now',
  right: 'right',
  wrong: 'not right',
  answered: 'answered',
} as const satisfies Record<ItemStatus, string>;

export interface SittingStepsProps {
  statuses: readonly ItemStatus[];
  /** The name of one item: "Problem" or "Question". */
  noun: string;
}

/** The status of each item of a sitting, one shape each. */
export function SittingSteps({ statuses, noun }: SittingStepsProps) {
  return (
    <ol className="flex flex-wrap items-center gap-1.5" aria-label="Where you are">
      {statuses.map((status, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: problems keep their places
        <li key={index} className="flex" aria-current={status === 'current' ? 'step' : undefined}>
          <Shape status={status} />
          <span className="sr-only">
            {noun} {index + 1}: {words[status]}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Shape({ status }: { status: ItemStatus }) {
  if (status === 'right' || status === 'wrong') return <Mark kind={status} />;
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none">
      {status === 'todo' ? (
        <circle cx="10" cy="10" r="8" className="stroke-line-strong" strokeDasharray="2 3" />
      ) : null}
      {status === 'answered' ? <circle cx="10" cy="10" r="6" className="fill-ink-soft" /> : null}
      {status === 'current' ? (
        <>
          <circle cx="10" cy="10" r="8.25" className="stroke-accent" strokeWidth="2.5" />
          <circle cx="10" cy="10" r="3.5" className="fill-accent" />
        </>
      ) : null}
    </svg>
  );
}
