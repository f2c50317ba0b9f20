import { AddressFields } from '#components/item/form/address-fields.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Mark } from '#components/ui/mark.tsx';
import type { ItemStatus, SittingView } from '#lib/progress/sitting-view.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';

const words = {
  todo: 'still to come',
  current: 'open now',
  flagged: 'flagged for later',
  right: 'right',
  wrong: 'not right',
  answered: 'answered',
} as const satisfies Record<ItemStatus, string>;

export interface SittingStepsProps<R extends string> {
  statuses: readonly ItemStatus[];
  /** The name of one item: "Problem" or "Question". */
  noun: string;
  address: SittingAddress;
  /** Returns to a flagged question. */
  going: SentForm<SittingView, R>;
}

/** The status of each item of a sitting, one shape each. A flagged one is a button that returns to it. */
export function SittingSteps<R extends string>({ statuses, noun, address, going }: SittingStepsProps<R>) {
  return (
    <ol className="flex flex-wrap items-center gap-1.5" aria-label="Where you are">
      {statuses.map((status, index) => {
        const name = `${noun} ${index + 1}: ${words[status]}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems keep their places
          <li key={index} className="flex" aria-current={status === 'current' ? 'step' : undefined}>
            {status === 'flagged' ? (
              <form {...going.form} className="flex">
                <AddressFields address={address} />
                <input type="hidden" name="question" value={index + 1} />
                <button type="submit" title={`Back to question ${index + 1}`} className="step-flagged">
                  <Shape status={status} />
                  <span className="sr-only">{name}. Go back to it</span>
                </button>
              </form>
            ) : (
              <>
                <Shape status={status} />
                <span className="sr-only">{name}</span>
              </>
            )}
          </li>
        );
      })}
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
      {status === 'flagged' ? (
        <path d="M5 18.5V2.5h10.5l-3 4 3 4H5" className="fill-unsure-tint stroke-unsure" strokeWidth="2" />
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
