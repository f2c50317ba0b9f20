import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { kindOf } from '#components/item/kinds/registry.ts';
import { Text } from '#components/lesson/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { HintRefusal } from '#lib/sitting/refusals.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import type { Rich } from '#lib/text/rich.ts';
import { ItemAddressFields } from './address-fields.tsx';
import { pointsText } from './item-text.ts';
import type { SentForm } from './use-form.ts';

const RefusedHint = lazyPart(() => import('./refused.tsx').then((file) => file.RefusedHint));

export interface HintsProps {
  item: ServedItem;
  address: SittingAddress;
  /** Null shows the opened hints without offering more. */
  sent: SentForm<SubmitReply, HintRefusal> | null;
}

/** The id of the element with the hints of an item; a card that is turned is its own hint. */
export const hintsId = (item: ServedItem): string => (kindOf(item).turn ? item.id : `${item.id}-hints`);

/** Hints, opened one by one with the price shown first; a card with two sides is turned instead. */
export function Hints({ item, address, sent }: HintsProps) {
  const { hints, hintsLeft, settled } = item.state;
  const { turn } = kindOf(item);
  const more = sent && hintsLeft > 0 && !settled;
  const shown = turn ? [] : hints;
  const newest = useFocusOnMore(hints.length);
  if (shown.length === 0 && !more) return null;
  return (
    <div
      id={turn ? undefined : hintsId(item)}
      className={turn ? 'mt-5' : 'mt-6 scroll-mt-40 space-y-4 border-t border-line pt-4'}
    >
      {shown.map((hint, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints open in their order
        <Hint key={index} hint={hint} number={index + 1} line={index === shown.length - 1 ? newest : null} />
      ))}
      {more ? (
        <form {...sent.form}>
          <ItemAddressFields address={address} item={item} />
          <input type="hidden" name="seen" value={hints.length} />
          <Button
            kind={turn ? 'primary' : 'quiet'}
            size={turn ? 'medium' : 'small'}
            icon={turn ? undefined : 'hint'}
            pending={sent.pending}
            className="max-sm:min-h-11"
          >
            {turn?.label ?? label(item)}
          </Button>
        </form>
      ) : null}
      <p role="status" className="text-sm">
        {sent ? problem(sent) : ''}
      </p>
    </div>
  );
}

function Hint({
  hint,
  number,
  line,
}: {
  hint: Rich;
  number: number;
  line: RefObject<HTMLDivElement | null> | null;
}) {
  return (
    <div ref={line} tabIndex={-1} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <Icon name="hint" className="mt-[0.25em] text-accent" />
      <div>
        <p className="text-sm text-ink-soft">Hint {number}</p>
        <Text nodes={hint} />
      </div>
    </div>
  );
}

function label({ worth, state }: ServedItem): string {
  const what = state.hints.length > 0 ? 'Show another hint' : 'Show hint';
  const costs = state.hintPrice > 0 && state.points === 0;
  return costs ? `${what} (costs ${state.hintPrice} of ${pointsText(worth)})` : what;
}

function problem({ state, notSent }: SentForm<SubmitReply, HintRefusal>): ReactNode {
  if (notSent) return 'The server could not be reached. Check your connection and press the button again.';
  if (state?.ok !== false) return '';
  return <RefusedHint state={state} />;
}

/** Focuses a hint when it is opened. */
function useFocusOnMore(count: number): RefObject<HTMLDivElement | null> {
  const newest = useRef<HTMLDivElement>(null);
  const seen = useRef(count);
  useEffect(() => {
    if (count > seen.current) newest.current?.focus();
    seen.current = count;
  }, [count]);
  return newest;
}
