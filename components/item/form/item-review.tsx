'use client';

import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { AnswerFeedback } from './answer-feedback.tsx';
import { Hints } from './hints.tsx';
import { ItemSheet } from './item-sheet.tsx';
import { LazySolution } from './lazy-solution.tsx';

export interface ItemReviewProps {
  item: ServedItem;
  address: SittingAddress;
  number?: number | undefined;
}

/** An item with its answer, feedback and solution, read-only. */
export function ItemReview({ item, address, number }: ItemReviewProps) {
  return (
    <ItemSheet item={item} address={address} number={number} disabled>
      {(fields) => (
        <>
          {fields}
          <AnswerFeedback item={item} />
          <Hints item={item} address={address} sent={null} />
          <LazySolution item={item} />
        </>
      )}
    </ItemSheet>
  );
}
