'use client';

import { lazy } from 'react';
import { drillAnchor } from './drill-place.ts';
import type { ItemFormProps } from './item-form.tsx';
import { whenNear } from './when-near.ts';

const ItemForm = lazy(() =>
  whenNear(drillAnchor)
    .then(() => import('./item-form.tsx'))
    .then((file) => ({ default: file.ItemForm })),
);

/** A question at the foot of a long page: a plain form, whose script comes when somebody comes near it. */
export function NearItemForm(props: ItemFormProps) {
  return <ItemForm {...props} />;
}
