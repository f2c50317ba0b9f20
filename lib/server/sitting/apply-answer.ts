import { conceptBeliefWrite, itemBeliefWrite, offsetBeliefWrite } from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { draftRemoval } from '#db/drafts.ts';
import { responseWrite } from '#db/responses.ts';
import { ConflictError } from '#db/retry.ts';
import { reviewWrite } from '#db/reviews.ts';
import { claimAttempt } from '#db/servings.ts';
import { activityStandingWrite, itemStandingWrite, totalsWrite } from '#db/standings.ts';
import { writeTogether } from '#db/write-together.ts';
import type { AnswerChanges, Attempt } from '#lib/progress/attempt.ts';
import type { SittingEnd } from '#lib/progress/end-sitting.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import { storeSitting } from './store-sitting.ts';

/**
 * Writes what a graded answer changes, each row once. The user's row is locked, so that nothing but a start over can have
 * changed what was loaded; then the transaction runs again. The attempt is claimed first: a draft that was saved until
 * then is deleted with the rest, and none can be saved afterwards.
 */
export async function applyAnswer(
  tx: Tx,
  { context, history }: Attempt,
  { sitting, serving, response, learner, item, activity, beliefs, reviews }: AnswerChanges,
  end: SittingEnd | null = null,
): Promise<void> {
  const { userId, lessonId, itemId, clock, receivedAt } = response;
  await storeSitting(tx, context, sitting);
  const latest = new Date(receivedAt.getTime() - graceMs);
  if (!(await claimAttempt(tx, serving, latest))) throw new ConflictError('The attempt was used meanwhile');
  const previous = history.concept?.clock;
  await writeTogether(tx, [
    responseWrite(response),
    itemStandingWrite({ userId, ...item }),
    activityStandingWrite({ userId, ...activity }),
    totalsWrite({ id: userId, ...learner }),
    ...reviews.map((review) => reviewWrite({ userId, ...review })),
    ...(beliefs
      ? [
          offsetBeliefWrite({ userId, lessonId, ...beliefs.offset }),
          itemBeliefWrite({ itemId, lessonId, ...beliefs.item }),
          conceptBeliefWrite({ lessonId, ...beliefs.concept, clock, previous }),
        ]
      : []),
    // A new sitting has no draft, and one that closes loses all of its drafts.
    ...(context.open?.id === sitting.id && !end ? [draftRemoval({ sittingId: sitting.id, itemId })] : []),
  ]);
}
