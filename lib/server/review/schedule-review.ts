import type { Db, Tx } from '#db/client.ts';
import { listResponses, type NewResponse, type Response } from '#db/responses.ts';
import { findReview, recordReview } from '#db/reviews.ts';
import type { Sitting } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import { byGradingOrder, type ReviewEntry, scheduleAfter } from '#lib/review/recount-reviews.ts';
import { subjectOf } from '#lib/review/review-subject.ts';
import type { ActivityContext } from '#lib/server/sitting/activity-context.ts';

/** Moves the schedule of what an answer is about, if it does. */
export async function scheduleReview(
  tx: Tx,
  item: Item,
  response: Pick<NewResponse, 'userId' | 'lessonId'> &
    Omit<ReviewEntry, 'id' | 'lessonId' | 'itemId' | 'clock'>,
): Promise<void> {
  const { userId, lessonId } = response;
  const subject = subjectOf(item, lessonId);
  if (!subject) return;
  const after = scheduleAfter((await findReview(tx, userId, subject)) ?? null, item, response);
  if (after) await recordReview(tx, { userId, ...subject, ...after });
}

/**
 * Schedules what a closed sitting asked without telling: until then a date of return would have said how an answer
 * went. Does nothing where every answer was told, and scheduled, at once.
 */
export async function scheduleSitting(tx: Tx, context: ActivityContext, sitting: Sitting): Promise<void> {
  if (context.delivery.feedback === 'at-once') return;
  for (const response of await inTime(tx, sitting.id)) {
    const item = context.all.find(({ id }) => id === response.itemId);
    if (item) await scheduleReview(tx, item, response);
  }
}

/** In the order in which a recount takes them. */
async function inTime(db: Db, sittingId: string): Promise<Response[]> {
  return (await listResponses(db, sittingId)).toSorted(byGradingOrder);
}
