import { useId } from 'react';
import { ItemReview } from '#components/item/form/item-review.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { plainText } from '#lib/text/rich.ts';

export interface SittingReviewProps {
  items: readonly ServedItem[];
  address: SittingAddress;
  noun: string;
}

/** Every item with its answer, feedback and solution; missed items are open. The filter needs no script. */
export function SittingReview({ items, address, noun }: SittingReviewProps) {
  const id = useId();
  const missed = items.filter((item) => !isRight(item)).length;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-head`} className="group/back max-w-[46rem]">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <h2 id={`${id}-head`} className="text-xl">
            Look back
          </h2>
          <p className="text-ink-soft tabular-nums">{countWords(items)}</p>
        </div>
        {missed > 0 && missed < items.length ? (
          <label className="no-print flex min-h-11 items-center gap-2.5">
            <input type="checkbox" data-filter="missed" className="size-6" />
            Only missed questions
          </label>
        ) : null}
      </div>
      <ol className="space-y-3 group-has-[[data-filter=missed]:checked]/back:[&>[data-right]]:hidden">
        {items.map((item, index) => (
          <li key={item.id} {...(isRight(item) ? { 'data-right': true } : {})}>
            <Entry item={item} address={address} noun={noun} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "4 right, 1 not right, 2 with hints" */
function countWords(items: readonly ServedItem[]): string {
  const right = items.filter(isRight).length;
  const hinted = items.filter(({ state }) => state.hints.length > 0).length;
  const missed = items.length - right;
  return [`${right} right`, missed > 0 ? `${missed} not right` : '', hinted > 0 ? `${hinted} with hints` : '']
    .filter(Boolean)
    .join(', ');
}

const isRight = ({ state }: ServedItem): boolean => state.outcome?.correct === true;

interface EntryProps {
  item: ServedItem;
  address: SittingAddress;
  noun: string;
  number: number;
}

function Entry({ item, address, noun, number }: EntryProps) {
  const right = isRight(item);
  const word = right ? 'right' : item.state.used > 0 ? 'not right' : 'not answered';
  return (
    <details open={!right} className="group/entry">
      <summary className="flex min-h-12 list-none items-start gap-3 rounded-md border border-line px-3.5 py-2.5 transition-colors group-open/entry:mb-2 hover:bg-accent-tint">
        <Mark kind={right ? 'right' : item.state.used > 0 ? 'wrong' : 'unsure'} className="mt-[0.25em]" />
        <span className="min-w-0 grow">
          <b className="tabular-nums">
            {noun} {number}, {word}
          </b>
          {item.state.hints.length > 0 ? <span className="text-ink-soft">, with a hint</span> : null}
          <span className="line-clamp-1 text-ink-soft group-open/entry:hidden">{plainText(item.prompt)}</span>
        </span>
        <Icon
          name="chevron"
          size={16}
          className="mt-[0.35em] text-ink-soft transition-transform group-open/entry:rotate-90"
        />
      </summary>
      <ItemReview item={item} address={address} />
    </details>
  );
}
