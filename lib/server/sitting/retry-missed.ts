import { closeSitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { selectsItemsPerLearner } from '#lib/sitting/drill.ts';
import type { RetryRefusal } from '#lib/sitting/refusals.ts';
import { endExpiredItems } from './end-item.ts';
import { findActivityContext } from './find-activity-context.ts';
import { openNext, storeSitting } from './open-item.ts';
import { isSolved, itemsOf, readSitting } from './read-sitting.ts';
import type { ActivityForm } from './start-sitting.ts';
import { isDone, viewSitting } from './view-sitting.ts';

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
  const library = await world.library();
  const find = (db: Parameters<typeof findActivityContext>[0]) =>
    findActivityContext(db, { library, secret: world.secret, userId: user.id, name, now });
  const refused = await world.database.transaction(async (tx) => {
    const context = await find(tx);
    if (!context || context.activity === 'test' || selectsItemsPerLearner(context.activity))
      return 'not-found' as const;
    const onRequest = context.delivery.starts === 'on-request';
    const last = context.open ?? (onRequest ? context.latest : null);
    if (!last) return 'none-missed' as const;
    if (context.open) await endExpiredItems(tx, world, { sitting: last, context }, now);
    const records = await readSitting(tx, last.id);
    const isRunning = context.open?.itemIds.some((id) => !isDone(records.get(id), context, now));
    if (onRequest && isRunning) return 'none-missed' as const;
    const wasMissed = (id: string) => !isSolved(records.get(id)) && (onRequest || records.get(id)?.last);
    const missed = itemsOf({ ...context, items: context.all }, last).filter(({ id }) => wasMissed(id));
    if (missed.length === 0) return 'none-missed' as const;
    await closeSitting(tx, last.id, now);
    const next = await find(tx);
    if (!next) return 'not-found' as const;
    const sitting = await storeSitting(tx, {
      context: next,
      items: missed,
      user,
      id: world.newId(),
      now,
      more: { scope: 'missed' },
    });
    if (onRequest) await openNext(tx, { context: next, sitting, user, now });
    return null;
  });
  if (refused) return refuse(refused);
  const context = await find(world.database.db);
  const shown = context?.delivery.starts === 'on-request' ? context : null;
  return ok(shown && (await viewSitting(world.database.db, shown, now)));
}
