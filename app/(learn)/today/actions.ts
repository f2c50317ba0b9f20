'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '#lib/server/door/action.ts';
import { continueReview, NoFields, startReview } from '#lib/server/review/start-review.ts';

export const startTodaysReview = action(
  NoFields,
  startReview,
  async (): Promise<null> => redirect('/today/review'),
);

/** The next question, or the end, on the same page. */
export const openNextQuestion = action(NoFields, continueReview, async () => {
  refresh();
  return null;
});
