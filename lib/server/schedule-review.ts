import type { Tx } from '#db/client.ts';
import { findReview, recordReview } from '#db/reviews.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import { nextReview, type ReviewGrade } from '#lib/mastery/review-schedule.ts';

interface Answered {
  readonly userId: string;
  readonly lessonId: string;
  readonly item: Item;
  readonly answer: Answer;
  readonly correct: boolean;
  readonly hinted: boolean;
  readonly now: Date;
}

/** Cards come back by their rating; other items once they were missed, until they have been right often enough. */
export async function scheduleReview(
  tx: Tx,
  { userId, lessonId, item, answer, correct, hinted, now }: Answered,
): Promise<void> {
  const rating = 'rating' in answer ? answer.rating : null;
  if (!rating && !itemType(item.type).graded) return;
  const before = await findReview(tx, userId, item.id);
  if (!rating && correct && !before) return;
  const grade: ReviewGrade = rating || (correct ? (hinted ? 'hard' : 'good') : 'again');
  await recordReview(tx, { userId, itemId: item.id, lessonId, ...nextReview(before ?? null, grade, now) });
}
