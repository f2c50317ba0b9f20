import type { Tx } from '#db/client.ts';
import { findSittingById, listIdleSittings, listOverdueServings } from '#db/clocks.ts';
import { findServing, listServings } from '#db/servings.ts';
import { lockPerson } from '#db/standings.ts';
import { grouped } from '#lib/classroom/grouped.ts';
import { endItem, finishNow, finishWhenSettled, type OpenSitting } from '#lib/server/sitting/end-item.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import { endingMs, leftMs } from '#lib/sitting/clock.ts';

const batch = 50;

export interface Closed {
  /** Items whose time was over and that nobody had ended. */
  readonly items: number;
  /** Challenges in which nothing happened for a week. */
  readonly left: number;
}

/**
 * Ends what is over although nobody is there: items after their deadline and grace, challenges left lying. Nothing is
 * opened. Each person is dealt with in a transaction of their own, so several processes may do this at once.
 */
export async function closeOverdue(world: World): Promise<Closed> {
  const now = world.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { db } = world.database;
  const failures: unknown[] = [];
  // What fails for one person is told at the end and keeps nobody else waiting.
  const counted = (work: Promise<number>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
  let items = 0;
  for (let more = true; more; ) {
    const overdue = await listOverdueServings(db, before(endingMs), batch);
    let ended = 0;
    for (const [userId, own] of grouped(overdue, (one) => one.userId)) {
      ended += await counted(ofPerson(world, userId, own, now));
    }
    items += ended;
    more = ended > 0 && overdue.length === batch;
  }
  let left = 0;
  for (const { id, userId } of await listIdleSittings(db, 'challenge', before(leftMs), batch)) {
    left += await counted(closeLeft(world, userId, id, now));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some sittings could not be closed');
  return { items, left };
}

/** The number of items ended here; those that somebody else ended meanwhile are not among them. */
function ofPerson(
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
        now.getTime() > serving.deadlineAt.getTime() + endingMs;
      if (!open || !isOverdue) continue;
      await endItem(tx, world, { open, serving, now });
      await finishWhenSettled(tx, open, now);
      ended += 1;
    }
    return ended;
  });
}

async function closeLeft(world: World, userId: string, sittingId: string, now: Date): Promise<number> {
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
