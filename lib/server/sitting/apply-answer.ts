import { recordConceptBelief, recordItemBelief, recordOffsetBelief } from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { clearDraft } from '#db/drafts.ts';
import { recordResponse } from '#db/responses.ts';
import { ConflictError } from '#db/retry.ts';
import { recordReviews } from '#db/reviews.ts';
import { claimAttempt } from '#db/servings.ts';
import { recordActivityStanding, recordItemStanding, recordTotals } from '#db/standings.ts';
import type { AnswerChanges, Attempt } from '#lib/progress/attempt.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import { storeSitting } from './store-sitting.ts';

/**
 * Writes what a graded answer changes, each row once. The user's row is locked, so that nothing but a start over can have
 * changed what was loaded; then the transaction runs again.
 */
export async function applyAnswer(
  tx: Tx,
  { context, history }: Attempt,
  { sitting, serving, response, learner, item, activity, beliefs, reviews }: AnswerChanges,
): Promise<void> {
  const { userId, lessonId, itemId, clock, receivedAt } = response;
  await storeSitting(tx, context, sitting);
  const latest = new Date(receivedAt.getTime() - graceMs);
  if (!(await claimAttempt(tx, serving, latest))) throw new ConflictError('The attempt was used meanwhile');
  await recordResponse(tx, response);
  await recordItemStanding(tx, { userId, ...item });
  await recordActivityStanding(tx, { userId, ...activity });
  await recordTotals(tx, userId, learner);
  if (beliefs) {
    await recordOffsetBelief(tx, { userId, lessonId, ...beliefs.offset });
    await recordItemBelief(tx, { itemId, lessonId, ...beliefs.item });
    await recordConceptBelief(tx, { lessonId, ...beliefs.concept, clock }, history.concept?.clock);
  }
  await recordReviews(
    tx,
    reviews.map((review) => ({ userId, ...review })),
  );
}

/** Deletes the draft of an answered item. A new sitting has none, and those of a closed one were deleted with it. */
export async function clearAnsweredDraft(
  tx: Tx,
  { open }: ActivityContext,
  { sitting, serving }: Pick<AnswerChanges, 'sitting' | 'serving'>,
): Promise<void> {
  if (open?.id === sitting.id) await clearDraft(tx, sitting.id, serving.itemId);
}
