import { useMemo } from 'react';
import type { ItemState, ServedItem } from '#lib/sitting/served-item.ts';
import type { ItemFormProps } from './item-form.tsx';

/**
 * The props of an item form on a page. The item is JSON: React walks through each part of a value that it sends from a
 * server component, twice on the server, which takes a tenth of the time of a page with questions; a string it passes on.
 */
export interface ItemJsonProps extends Omit<ItemFormProps, 'item'> {
  /** From `itemJson`. */
  itemJson: string;
}

/** What most questions of a page have in common, so that it is not sent: the state before the first answer. */
const untouched = {
  used: 0,
  left: null,
  settled: false,
  solved: false,
  answer: null,
  draft: null,
  outcome: null,
  hints: [],
  hintsLeft: 0,
  solution: null,
  passage: null,
  points: 0,
} as const satisfies Partial<ItemState>;

/** An item as JSON, for `readItem`. */
export function itemJson(item: ServedItem): string {
  const state = Object.entries(item.state).filter(
    ([name, value]) => !isSame(value, Reflect.get(untouched, name)),
  );
  return JSON.stringify({ ...item, state: Object.fromEntries(state) });
}

const isSame = (value: unknown, usual: unknown): boolean =>
  value === usual || (Array.isArray(usual) && Array.isArray(value) && value.length === 0);

/** The item of an `itemJson`. */
export function readItem(json: string): ServedItem {
  const item: ServedItem = JSON.parse(json);
  return { ...item, state: { ...untouched, ...item.state } };
}

/** The same props with the item read; it is the same object as long as the JSON is the same. */
export function useItemFormProps({ itemJson, ...props }: ItemJsonProps): ItemFormProps {
  const item = useMemo(() => readItem(itemJson), [itemJson]);
  return { ...props, item };
}
