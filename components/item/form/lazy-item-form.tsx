'use client';

import { lazy } from 'react';
import type { ItemFormProps } from './item-form.tsx';

const ItemForm = lazy(() => import('./item-form.tsx').then((file) => ({ default: file.ItemForm })));

/** A question whose script is sent to pages that hold one. */
export function LazyItemForm(props: ItemFormProps) {
  return <ItemForm {...props} />;
}
