import { lockConceptBelief } from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { findItemHistory } from '#db/item-history.ts';
import { listActivityStandings, lockPerson } from '#db/standings.ts';
import { itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { subjectOf } from '#lib/review/review-subject.ts';
import { loadTestFacts } from '#lib/server/mastery/test-facts.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityName } from '#lib/sitting/activity-context.ts';
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
 * all users to a lesson wait for it. Undefined for an unknown user or activity.
 */
export async function loadAttempt(
  tx: Tx,
  world: World,
  { userId, name, found, idempotencyKey, now }: AttemptRequest,
): Promise<Attempt | undefined> {
  const { item, lesson } = found;
  const learner = await lockPerson(tx, userId);
  const context = await findActivityContext(tx, world, { userId, name, now, itemId: item.id });
  if (!learner || !context) return undefined;
  const isServed = context.items.includes(item);
  const joins = !isServed && (await mayJoinSitting(tx, context, item, now));
  const { open, kind } = context;
  const test = open && kind.mode === 'test' ? await loadTestFacts(tx, lesson, open) : null;
  const standings = await listActivityStandings(tx, [userId]);
  const concept = itemType(item.type).graded ? await lockConceptBelief(tx, lesson.id) : undefined;
  const subject = context.delivery.feedback === 'at-once' ? subjectOf(item, lesson.id) : null;
  const itemRef = { userId, lessonId: lesson.id, itemId: item.id, idempotencyKey };
  const history = { ...(await findItemHistory(tx, itemRef, subject)), concept };
  return { context, found, learner, standings, joins, history, test };
}
