import { useMemo } from 'react';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { ItemFormProps } from './item-form.tsx';

/**
 * The props of an item form on a page. The item is JSON: React walks through each part of a value that it sends from a
 * server component, twice on the server, which takes a tenth of the time of a page with questions; a string it passes on.
 */
export interface ItemJsonProps extends Omit<ItemFormProps, 'item'> {
  /** A `ServedItem`. */
  itemJson: string;
}

/** The same props with the item read; it is the same object as long as the JSON is the same. */
export function useItemFormProps({ itemJson, ...props }: ItemJsonProps): ItemFormProps {
  const item = useMemo((): ServedItem => JSON.parse(itemJson), [itemJson]);
  return { ...props, item };
}
