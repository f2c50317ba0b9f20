import type { Tx } from '#db/client.ts';
import { findSittingById, listIdleSittings, listOverdueServings } from '#db/clocks.ts';
import { findServing, listServings } from '#db/servings.ts';
import { lockPerson } from '#db/standings.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import { endItem, finishNow, finishWhenSettled, type OpenSitting } from '#lib/server/sitting/end-item.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import { abandonedAfterMs, autoEndAfterMs } from '#lib/sitting/clock.ts';

const batchSize = 50;

export interface ClosedCounts {
  /** Items that were past their deadline and not settled. */
  readonly items: number;
  /** Challenges without any activity for a week. */
  readonly abandoned: number;
}

/**
 * Ends items after their deadline and grace, and closes abandoned challenges. Opens no item. Each user is handled in a
 * separate transaction, so several processes may run this at once.
 */
export async function closeOverdue(world: World): Promise<ClosedCounts> {
  const now = world.now();
  const msAgo = (ms: number) => new Date(now.getTime() - ms);
  const { db } = world.database;
  const failures: unknown[] = [];
  // A failure for one user must not stop the others; all failures are thrown at the end.
  const counted = (work: Promise<number>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
  let items = 0;
  for (let more = true; more; ) {
    const overdue = await listOverdueServings(db, msAgo(autoEndAfterMs), batchSize);
    let ended = 0;
    for (const [userId, servings] of groupBy(overdue, (serving) => serving.userId)) {
      ended += await counted(endItemsOf(world, userId, servings, now));
    }
    items += ended;
    more = ended > 0 && overdue.length === batchSize;
  }
  let abandoned = 0;
  for (const { id, userId } of await listIdleSittings(db, 'challenge', msAgo(abandonedAfterMs), batchSize)) {
    abandoned += await counted(closeAbandoned(world, userId, id, now));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some sittings could not be closed');
  return { items, abandoned };
}

/** Returns the number of items ended here, without those that another process has ended meanwhile. */
function endItemsOf(
  world: World,
  userId: string,
  overdue: readonly { readonly sittingId: string; readonly itemId: string }[],
  now: Date,
): Promise<number> {
  return world.database.transaction(async (tx) => {
    let ended = 0;
    for (const { sittingId, itemId } of overdue) {
      const open = await lockedSitting(tx, world, { userId, sittingId, now });
      const serving = await findServing(tx, sittingId, itemId);
      const isOverdue =
        serving?.settledAt === null &&
        serving.deadlineAt !== null &&
        now.getTime() > serving.deadlineAt.getTime() + autoEndAfterMs;
      if (!open || !isOverdue) continue;
      await endItem(tx, world, { open, serving, now });
      await finishWhenSettled(tx, open, now);
      ended += 1;
    }
    return ended;
  });
}

async function closeAbandoned(world: World, userId: string, sittingId: string, now: Date): Promise<number> {
  return world.database.transaction(async (tx) => {
    const open = await lockedSitting(tx, world, { userId, sittingId, now });
    if (open?.sitting.closedAt !== null) return 0;
    for (const serving of await listServings(tx, sittingId)) {
      if (serving.settledAt === null) await endItem(tx, world, { open, serving, now });
    }
    await finishNow(tx, open, now);
    return 1;
  });
}

async function lockedSitting(
  tx: Tx,
  world: World,
  { userId, sittingId, now }: { readonly userId: string; readonly sittingId: string; readonly now: Date },
): Promise<OpenSitting | undefined> {
  const person = await lockPerson(tx, userId);
  const sitting = await findSittingById(tx, sittingId);
  if (!person || !sitting) return undefined;
  const name = { lesson: sitting.lessonId, activity: sitting.activity };
  const context = await findActivityContext(tx, {
    library: await world.library(),
    secret: world.secret,
    userId,
    name,
    now,
  });
  return { sitting, context: context?.open?.id === sittingId ? context : undefined };
}
