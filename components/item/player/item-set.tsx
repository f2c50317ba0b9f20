import { type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { ItemForm, type ItemFormProps } from '#components/item/form/item-form.tsx';
import { readItem } from '#components/item/form/item-json.ts';
import type { SentItem } from '#components/item/form/sent-item.ts';
import { type Answered, heldEvent, useAnswered } from '#components/shell/answered-event.ts';
import type { ItemState, ServedItem } from '#lib/sitting/served-item.ts';
import { SetBar } from './set-bar.tsx';
import { firstStep, returnsLater, stepAfter } from './set-steps.ts';
import { useCurrentStep } from './use-current-step.ts';
import { VisitContext } from './visit-context.ts';

/** An item of a set, and the text that leads to it. */
export interface SetItem extends SentItem, Pick<ItemFormProps, 'signedIn'> {
  readonly lead?: ReactNode;
}

export interface ItemSetProps
  extends Omit<
    ItemFormProps,
    'item' | 'promptHash' | 'label' | 'signedIn' | 'counter' | 'onward' | 'clock' | 'over' | 'onSitting'
  > {
  items: readonly SetItem[];
  /** The id of what follows the last item: the heading of an end card, or of `children`. */
  end: string;
  /** Shown after the last item; without it, something outside the set is. */
  children?: ReactNode;
}

/**
 * A set of items, one at a time. All of them are in the page: styles hide all but the current one, so that print and
 * browsers without scripts have a list, as has everybody who prefers one.
 */
export function ItemSet({ items: sent, end, children, ...form }: ItemSetProps) {
  const items = useMemo(() => sent.map(({ itemJson }) => readItem(itemJson)), [sent]);
  const steps = useAnsweredItems(items);
  const [first] = useState(() => firstStep(steps));
  const set = useRef<HTMLDivElement>(null);
  const { at, visits, isLive } = useCurrentStep(set, first, end);
  const idAt = (index: number): string => steps[index]?.id ?? end;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its links have the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: its links have the keys
    <div
      ref={set}
      data-set={children ? 'own-end' : 'page-end'}
      data-live={isLive || undefined}
      data-done={at >= steps.length || undefined}
      onClick={openAgain}
      className="item-set"
    >
      <SetBar steps={steps} at={at} name={children ? 'More questions' : 'Questions'} />
      {items.map((item, index) => (
        <div key={item.id} data-step data-current={index === at || undefined}>
          {sent[index]?.lead}
          <VisitContext value={visits[index] ?? 0}>
            <ItemForm
              {...form}
              item={item}
              promptHash={sent[index]?.promptHash}
              signedIn={sent[index]?.signedIn ?? false}
              counter={{ at: index + 1, of: items.length }}
              onward={(state) => (
                <Onward
                  state={newer(state, steps[index]?.state)}
                  type={item.type}
                  next={idAt(stepAfter(steps, index))}
                  skip={idAt(index + 1)}
                />
              )}
            />
          </VisitContext>
        </div>
      ))}
      {children ? (
        <div data-step data-current={at >= steps.length || undefined}>
          {children}
        </div>
      ) : null}
    </div>
  );
}

/** The items with their states after the answers on this page, and after a rating that still waits. */
function useAnsweredItems(items: readonly ServedItem[]): readonly ServedItem[] {
  const [answered, setAnswered] = useState<ReadonlyMap<string, ServedItem>>(new Map());
  const take = ({ item }: Answered): void => {
    if (item) setAnswered((before) => new Map(before).set(item.id, item));
  };
  useAnswered(take);
  useAnswered(take, heldEvent);
  return items.map((item) => answered.get(item.id) ?? item);
}

/** A link to the address that the page already has: the browser would not tell of it. */
function openAgain(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.hash !== location.hash || !link.hash) return;
  event.preventDefault();
  window.dispatchEvent(new Event('hashchange'));
}

const newer = (state: ItemState, other: ItemState | undefined): ItemState =>
  other && other.used > state.used ? other : state;

interface OnwardProps {
  state: ItemState;
  type: ServedItem['type'];
  /** Ids of what *Continue* and *Skip* lead to. */
  next: string;
  skip: string;
}

/** *Continue* in the place of *Check* once an item is done; before, a way to leave it for later. */
function Onward({ state, type, next, skip }: OnwardProps) {
  if (state.settled || returnsLater({ type, state }))
    return (
      <a
        href={`#${next}`}
        data-go="continue"
        className="set-only button button-primary min-h-11 px-4 max-sm:grow"
      >
        Continue
      </a>
    );
  return (
    <a href={`#${skip}`} data-go="skip" className="set-only button button-bare min-h-11 px-3">
      Skip
    </a>
  );
}
