'use client';

import { ItemReview } from '#components/item/form/item-review.tsx';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';

/** An item as somebody else saw it, to be read only. */
export function StudentView({ item, address }: { item: ServedItem; address: SittingAddress }) {
  return <ItemReview item={item} address={address} />;
}
