import type { Tx } from '#db/client.ts';
import { listIdleSittings, listOverdueServings, settleServing } from '#db/clocks.ts';
import { findRecords, type SittingRecords } from '#db/records.ts';
import { closeSitting } from '#db/sittings.ts';
import { lockPerson, type Person } from '#db/standings.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import { isAllSettled } from '#lib/progress/next-step.ts';
import { advanceSitting, closeNow } from '#lib/server/sitting/advance-sitting.ts';
import { endItem } from '#lib/server/sitting/end-item.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext, ItemRecord } from '#lib/sitting/activity-context.ts';
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
      const locked = await lockSitting(tx, world, { userId, sittingId, now });
      const record = locked?.stored.records.get(itemId);
      const isOverdue =
        record?.serving.settledAt === null &&
        record.serving.deadlineAt !== null &&
        now.getTime() > record.serving.deadlineAt.getTime() + autoEndAfterMs;
      if (!locked || !isOverdue) continue;
      const context = await end(tx, world, locked, [record], now);
      const open = context?.open;
      if (open && isAllSettled(context, open))
        await advanceSitting(tx, context, open, { user: locked.person, now });
      ended += 1;
    }
    return ended;
  });
}

async function closeAbandoned(world: World, userId: string, sittingId: string, now: Date): Promise<number> {
  return world.database.transaction(async (tx) => {
    const locked = await lockSitting(tx, world, { userId, sittingId, now });
    if (locked?.stored.sitting.closedAt !== null) return 0;
    const unsettled = [...locked.stored.records.values()].filter(({ serving }) => serving.settledAt === null);
    const context = await end(tx, world, locked, unsettled, now);
    const open = context?.open;
    if (open) await closeNow(tx, context, open, now);
    else await closeSitting(tx, sittingId, now);
    return 1;
  });
}

/** A stored sitting of a user whose row is locked. `context` is undefined when its lesson no longer exists. */
interface LockedSitting {
  readonly person: Person;
  readonly stored: SittingRecords;
  readonly context: ActivityContext | undefined;
}

/** Ends these items and returns the activity as it is then. */
async function end(
  tx: Tx,
  world: World,
  { person, stored: { sitting }, context }: LockedSitting,
  records: readonly ItemRecord[],
  now: Date,
): Promise<ActivityContext | undefined> {
  for (const record of records) {
    if (context) await endItem(tx, world, { context, record, now });
    else await settleServing(tx, record.serving, now);
  }
  const name = { lesson: sitting.lessonId, activity: sitting.activity };
  return context && findActivityContext(tx, world, { userId: person.id, name, now });
}

async function lockSitting(
  tx: Tx,
  world: World,
  { userId, sittingId, now }: { readonly userId: string; readonly sittingId: string; readonly now: Date },
): Promise<LockedSitting | undefined> {
  const person = await lockPerson(tx, userId);
  const stored = await findRecords(tx, sittingId);
  if (!person || !stored) return undefined;
  const name = { lesson: stored.sitting.lessonId, activity: stored.sitting.activity };
  const context = await findActivityContext(tx, world, { userId, name, now });
  return { person, stored, context: context?.open?.id === sittingId ? context : undefined };
}
