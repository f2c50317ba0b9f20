'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';
import type { ItemSetProps } from './item-set.tsx';

const ItemSet = lazyPart(() => import('./item-set.tsx').then((file) => file.ItemSet));

/** A set of items whose script loads only on pages that have one. */
export function LazyItemSet(props: ItemSetProps) {
  return <ItemSet {...props} />;
}
