import { lockConceptBelief } from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { findItemHistory } from '#db/item-history.ts';
import { listActivityStandings, lockPerson } from '#db/standings.ts';
import { itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { subjectOf } from '#lib/review/review-subject.ts';
import { loadTestFacts } from '#lib/server/mastery/test-facts.ts';
import { unrevealedAnswers } from '#lib/server/progress/unrevealed-answers.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityName, openRecord } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { mayJoinSitting } from './select-items.ts';

/** Which answer is graded: by whom, to what, and when it was received. */
export interface AttemptRequest {
  readonly userId: string;
  readonly name: ActivityName;
  readonly found: FoundItem;
  readonly idempotencyKey: string;
  readonly now: Date;
}

/**
 * Locks a user's row and reads everything that an answer depends on. The lesson's belief is locked last, since answers of
 * all accounts to a lesson wait for it. Undefined for an unknown user or activity.
 */
export async function loadAttempt(
  tx: Tx,
  world: World,
  { userId, name, found, idempotencyKey, now }: AttemptRequest,
): Promise<Attempt | undefined> {
  const { item, lesson } = found;
  const learner = await lockPerson(tx, userId);
  if (!learner) return undefined;
  const isGuest = learner.role === 'guest';
  const request = { userId, isGuest, name, now, itemId: item.id, knowsPayment: true };
  const activity = await findActivityContext(tx, world, request);
  if (!activity) return undefined;
  const isServed = activity.items.includes(item);
  const joins = !isServed && (await mayJoinSitting(tx, activity, item, now));
  const { open, kind } = activity;
  const test = open && kind.mode === 'test' ? await loadTestFacts(tx, lesson, open) : null;
  const standings = await listActivityStandings(tx, [userId]);
  const unrevealed = await unrevealedAnswers(tx, await world.library(), [userId], ['challenge']);
  const concept = itemType(item.type).graded && !isGuest ? await lockConceptBelief(tx, lesson.id) : undefined;
  const subject = activity.delivery.feedback === 'at-once' ? subjectOf(item, lesson.id) : null;
  const itemRef = { userId, lessonId: lesson.id, itemId: item.id, idempotencyKey };
  const history = { ...(await findItemHistory(tx, itemRef, subject)), concept };
  const { tries = 0, points = 0 } = history.item ?? {};
  const payment = { tries, points, hintsOpened: history.hintsOpened };
  const context = { ...activity, payments: new Map([...activity.payments, [item.id, payment] as const]) };
  const asked = askedItem(found, activity.seed, openRecord(activity, item.id));
  return { context, found: asked, learner, standings, unrevealed, joins, history, test };
}
