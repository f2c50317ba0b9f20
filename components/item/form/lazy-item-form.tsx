'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';
import { type ItemJsonProps, useItemFormProps } from './item-json.ts';

const ItemForm = lazyPart(() => import('./item-form.tsx').then((file) => file.ItemForm));

/** An item form whose script loads only on pages that contain one. */
export function LazyItemForm(props: ItemJsonProps) {
  return <ItemForm {...useItemFormProps(props)} />;
}
