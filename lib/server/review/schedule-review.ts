import type { Db, Tx } from '#db/client.ts';
import { listResponses, type NewResponse, type Response } from '#db/responses.ts';
import { findReview, recordReview } from '#db/reviews.ts';
import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import { byGradingOrder, type ReviewEntry, scheduleAfter } from '#lib/review/recount-reviews.ts';
import { subjectOf } from '#lib/review/review-subject.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';

/** Updates the review schedule of an answer's subject, if the item has one and the answer changes it. */
export async function scheduleReview(
  tx: Tx,
  item: Item,
  response: Pick<NewResponse, 'userId' | 'lessonId'> &
    Omit<ReviewEntry, 'id' | 'lessonId' | 'itemId' | 'clock'>,
): Promise<void> {
  const { userId, lessonId } = response;
  const subject = subjectOf(item, lessonId);
  if (!subject) return;
  const updated = scheduleAfter((await findReview(tx, userId, subject)) ?? null, item, response);
  if (updated) await recordReview(tx, { userId, ...subject, ...updated });
}

/**
 * Schedules the reviews of a closed sitting with feedback at its end; an earlier due date would have revealed whether an
 * answer was right. Does nothing after feedback at once, as each answer was scheduled then.
 */
export async function scheduleSitting(tx: Tx, context: ActivityContext, sitting: Sitting): Promise<void> {
  if (context.delivery.feedback === 'at-once') return;
  for (const response of await responsesInOrder(tx, sitting.id)) {
    const item = context.all.find(({ id }) => id === response.itemId);
    if (item) await scheduleReview(tx, item, response);
  }
}

/** The answers of a sitting in the order in which a recount replays them. */
async function responsesInOrder(db: Db, sittingId: string): Promise<Response[]> {
  return (await listResponses(db, sittingId)).toSorted(byGradingOrder);
}
