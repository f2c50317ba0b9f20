'use client';

import { Activity } from 'react';
import { lazyNear } from '#components/ui/lazy-near.ts';
import { drillAnchor } from './drill-anchor.ts';
import { type ItemJsonProps, useItemFormProps } from './item-json.ts';

const ItemForm = lazyNear(`#${drillAnchor}`, () => import('./item-form.tsx').then((file) => file.ItemForm));

/**
 * An item form at the end of a long page: a plain form until the reader comes near it and its script loads. The rest of
 * the page is hydrated without it, since it is an `Activity`, which the server renders in place; a `Suspense` of this size
 * would be sent after the page and need a script.
 */
export function NearItemForm(props: ItemJsonProps) {
  return (
    <Activity>
      <ItemForm {...useItemFormProps(props)} />
    </Activity>
  );
}
