import { Mark } from '#components/ui/mark.tsx';
import type { ItemMark } from '#lib/progress/sitting-view.ts';

const words = {
  todo: 'still to come',
  current: 'open now',
  right: 'right',
  wrong: 'not right',
  answered: 'answered',
} as const satisfies Record<ItemMark, string>;

export interface SittingStepsProps {
  marks: readonly ItemMark[];
  /** The name of one item: "Problem" or "Question". */
  noun: string;
}

/** The status of each item of a sitting, one shape each. */
export function SittingSteps({ marks, noun }: SittingStepsProps) {
  return (
    <ol className="flex flex-wrap items-center gap-1.5" aria-label="Where you are">
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: problems keep their places
        <li key={index} className="flex" aria-current={mark === 'current' ? 'step' : undefined}>
          <Shape mark={mark} />
          <span className="sr-only">
            {noun} {index + 1}: {words[mark]}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Shape({ mark }: { mark: ItemMark }) {
  if (mark === 'right' || mark === 'wrong') return <Mark kind={mark} />;
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none">
      {mark === 'todo' ? (
        <circle cx="10" cy="10" r="8" className="stroke-line-strong" strokeDasharray="2 3" />
      ) : null}
      {mark === 'answered' ? <circle cx="10" cy="10" r="6" className="fill-ink-soft" /> : null}
      {mark === 'current' ? (
        <>
          <circle cx="10" cy="10" r="8.25" className="stroke-accent" strokeWidth="2.5" />
          <circle cx="10" cy="10" r="3.5" className="fill-accent" />
        </>
      ) : null}
    </svg>
  );
}
