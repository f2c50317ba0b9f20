'use client';

import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { type Counter, ItemSheet } from './item-sheet.tsx';
import { Solution } from './solution.tsx';

export interface ItemAnswerProps {
  item: ServedItem;
  address: SittingAddress;
  counter: Counter;
}

/** A question of a sheet to print, with whatever of its answer was served. */
export function ItemAnswer({ item, address, counter }: ItemAnswerProps) {
  return (
    <ItemSheet item={item} address={address} counter={counter} disabled>
      {(fields) => (
        <>
          {/* A form of its own: options of all questions have the same name. */}
          <form>{fields}</form>
          <Solution item={{ ...item, state: { ...item.state, timeOver: true } }} />
        </>
      )}
    </ItemSheet>
  );
}
