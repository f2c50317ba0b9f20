'use client';

import { lazy } from 'react';
import { type ItemJsonProps, useItemFormProps } from './item-json.ts';

const ItemForm = lazy(() => import('./item-form.tsx').then((file) => ({ default: file.ItemForm })));

/** An item form whose script loads only on pages that contain one. */
export function LazyItemForm(props: ItemJsonProps) {
  return <ItemForm {...useItemFormProps(props)} />;
}
