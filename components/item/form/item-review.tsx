'use client';

import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { AnswerFeedback } from './answer-feedback.tsx';
import { HintList } from './hints.tsx';
import { type Counter, ItemSheet } from './item-sheet.tsx';
import { LazyPassage } from './lazy-passage.tsx';
import { LazySolution } from './lazy-solution.tsx';

export interface ItemReviewProps {
  item: ServedItem;
  address: SittingAddress;
  counter?: Counter | undefined;
}

/** An item with its answer, feedback and solution, read-only. */
export function ItemReview({ item, address, counter }: ItemReviewProps) {
  return (
    <ItemSheet item={item} address={address} counter={counter} disabled>
      {(fields) => (
        <>
          {fields}
          <HintList item={item} />
          <div className="mt-5">
            <AnswerFeedback item={item} />
          </div>
          <LazyPassage item={item} />
          <LazySolution item={item} />
        </>
      )}
    </ItemSheet>
  );
}
