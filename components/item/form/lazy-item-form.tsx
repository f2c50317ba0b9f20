'use client';

import { lazy } from 'react';
import type { ItemFormProps } from './item-form.tsx';

const ItemForm = lazy(() => import('./item-form.tsx').then((file) => ({ default: file.ItemForm })));

/** An item form whose script loads only on pages that contain one. */
export function LazyItemForm(props: ItemFormProps) {
  return <ItemForm {...props} />;
}
