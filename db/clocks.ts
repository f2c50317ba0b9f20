import { and, asc, eq, exists, gte, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db } from './client.ts';
import { responses } from './schema/responses.ts';
import { servings, sittings } from './schema/sittings.ts';
import type { Serving } from './servings.ts';

export interface OverdueServing {
  readonly userId: string;
  readonly sittingId: string;
  readonly itemId: string;
}

/** Unsettled items whose clock ended before `endedBefore`, the longest overdue first. */
export async function listOverdueServings(
  db: Db,
  endedBefore: Date,
  limit: number,
): Promise<OverdueServing[]> {
  return db
    .select({ userId: sittings.userId, sittingId: servings.sittingId, itemId: servings.itemId })
    .from(servings)
    .innerJoin(sittings, eq(sittings.id, servings.sittingId))
    .where(
      and(isNull(servings.settledAt), isNotNull(servings.deadlineAt), lt(servings.deadlineAt, endedBefore)),
    )
    .orderBy(asc(servings.deadlineAt))
    .limit(limit);
}

/** Open sittings of an activity in which no item was opened or answered since then. */
export async function listIdleSittings(
  db: Db,
  activity: string,
  since: Date,
  limit: number,
): Promise<Pick<Sitting, 'id' | 'userId'>[]> {
  const one = sql`1`;
  const openedSince = db
    .select({ one })
    .from(servings)
    .where(and(eq(servings.sittingId, sittings.id), gte(servings.openedAt, since)));
  const answeredSince = db
    .select({ one })
    .from(responses)
    .where(and(eq(responses.sittingId, sittings.id), gte(responses.receivedAt, since)));
  return db
    .select({ id: sittings.id, userId: sittings.userId })
    .from(sittings)
    .where(
      and(
        eq(sittings.activity, activity),
        isNull(sittings.closedAt),
        lt(sittings.startedAt, since),
        notExists(openedSince),
        notExists(answeredSince),
      ),
    )
    .limit(limit);
}

/** Marks an item as settled, so that it accepts no more answers; false when it already was. */
export async function settleServing(
  db: Db,
  { sittingId, itemId }: Pick<Serving, 'sittingId' | 'itemId'>,
  settledAt: Date,
): Promise<boolean> {
  const settled = await db
    .update(servings)
    .set({ settledAt })
    .where(and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId), isNull(servings.settledAt)))
    .returning({ itemId: servings.itemId });
  return settled.length > 0;
}

const running = (db: Db, from: Date, userId?: string) => {
  const open = db
    .select({ id: sittings.id })
    .from(sittings)
    .where(
      and(
        eq(sittings.id, servings.sittingId),
        isNull(sittings.closedAt),
        userId === undefined ? undefined : eq(sittings.userId, userId),
      ),
    );
  return and(
    isNull(servings.settledAt),
    isNotNull(servings.deadlineAt),
    gte(servings.deadlineAt, from),
    exists(open),
  );
};

/** A person's items whose clock was still running at `from`. */
export async function listRunningServings(db: Db, userId: string, from: Date): Promise<Serving[]> {
  return db
    .select()
    .from(servings)
    .where(running(db, from, userId));
}

/** All items whose clock was still running at `from`, locked for the rest of the transaction. */
export async function lockRunningServings(db: Db, from: Date): Promise<Serving[]> {
  return db
    .update(servings)
    .set({ used: sql`${servings.used}` })
    .where(running(db, from))
    .returning();
}

/** Changes the deadline of an unsettled item; null removes it. */
export async function setDeadline(
  db: Db,
  { sittingId, itemId }: Pick<Serving, 'sittingId' | 'itemId'>,
  deadlineAt: Date | null,
): Promise<void> {
  await db
    .update(servings)
    .set({ deadlineAt })
    .where(and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId), isNull(servings.settledAt)));
}
