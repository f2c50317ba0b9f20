import { closeSitting } from '#db/sittings.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Item } from '#lib/item/registry.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { type ActivityContext, withSitting } from '#lib/sitting/activity-context.ts';
import { selectsItemsPerLearner } from '#lib/sitting/drill.ts';
import { isDone, isSolved, itemsOf } from '#lib/sitting/item-record.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import type { RetryRefusal } from '#lib/sitting/refusals.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { openNext } from './advance-sitting.ts';
import { endExpiredItems } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import type { ActivityForm } from './start-sitting.ts';
import { storeSitting } from './store-sitting.ts';
import { viewSitting } from './view-sitting.ts';

/**
 * Starts another round of an activity with only the items that were missed in the last one. Such a round of a challenge
 * earns no badge. A test has no such round, as its verdict needs a draw. The value is null for an activity that starts
 * by itself.
 */
export async function retryMissed(
  world: World,
  user: SessionUser,
  name: ActivityForm,
): Promise<Result<SittingView | null, RetryRefusal>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    const isGuest = user.role === 'guest';
    const find = () => findActivityContext(tx, world, { userId: user.id, isGuest, name, now });
    const found = await find();
    const hasEnded = found && (await endExpiredItems(tx, world, found, now));
    const context = hasEnded ? await find() : found;
    if (!context || context.activity === 'test' || selectsItemsPerLearner(context.activity))
      return refuse('not-found');
    const onRequest = context.delivery.starts === 'on-request';
    const last = context.open ?? (onRequest ? context.latest : null);
    const missed = last && itemsToRetry(context, last, now);
    if (!last || !missed || missed.length === 0) return refuse('none-missed');
    await closeSitting(tx, last.id, now);
    const next = await find();
    if (!next) return refuse('not-found');
    const sitting = newSitting(next, { id: world.newId(), items: missed, now, more: { scope: 'missed' } });
    await storeSitting(tx, next, sitting);
    const started = withSitting(next, sitting);
    return ok(onRequest ? await viewSitting(tx, await openNext(tx, started, { user, now }), now) : null);
  });
}

/** The items that were missed in a round; of a challenge that is still running, none. */
function itemsToRetry(context: ActivityContext, last: Sitting, now: Date): Item[] {
  const { records, open, delivery } = context;
  const onRequest = delivery.starts === 'on-request';
  if (onRequest && open?.itemIds.some((id) => !isDone(records.get(id), context, now))) return [];
  const wasMissed = ({ id }: Item) =>
    !isSolved(records.get(id)) && (onRequest || (records.get(id)?.responses.length ?? 0) > 0);
  return itemsOf({ ...context, items: context.all }, last).filter(wasMissed);
}
