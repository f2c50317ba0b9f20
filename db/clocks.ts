import { and, asc, eq, exists, gte, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db } from './client.ts';
import type { Queries } from './columns.ts';
import { prepared } from './prepared.ts';
import { responses } from './schema/responses.ts';
import { servings, sittings } from './schema/sittings.ts';
import type { Serving } from './servings.ts';

export interface OverdueServing {
  readonly userId: string;
  readonly sittingId: string;
  readonly itemId: string;
}

const overdue = prepared((queries, { endedBefore, limit }: { endedBefore: Date; limit: number }) =>
  queries
    .select({ userId: sittings.userId, sittingId: servings.sittingId, itemId: servings.itemId })
    .from(servings)
    .innerJoin(sittings, eq(sittings.id, servings.sittingId))
    .where(
      and(isNull(servings.settledAt), isNotNull(servings.deadlineAt), lt(servings.deadlineAt, endedBefore)),
    )
    .orderBy(asc(servings.deadlineAt))
    .limit(limit),
);

/** Unsettled items whose clock ended before `endedBefore`, the longest overdue first. */
export async function listOverdueServings(
  db: Db,
  endedBefore: Date,
  limit: number,
): Promise<OverdueServing[]> {
  return overdue(db, { endedBefore, limit });
}

const idle = prepared(
  (queries, { activity, since, limit }: { activity: string; since: Date; limit: number }) => {
    const one = sql`1`;
    const openedSince = queries
      .select({ one })
      .from(servings)
      .where(and(eq(servings.sittingId, sittings.id), gte(servings.openedAt, since)));
    const answeredSince = queries
      .select({ one })
      .from(responses)
      .where(and(eq(responses.sittingId, sittings.id), gte(responses.receivedAt, since)));
    return queries
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
  },
);

/** Open sittings of an activity in which no item was opened or answered since then. */
export async function listIdleSittings(
  db: Db,
  activity: string,
  since: Date,
  limit: number,
): Promise<Pick<Sitting, 'id' | 'userId'>[]> {
  return idle(db, { activity, since, limit });
}

type ServingRef = Pick<Serving, 'sittingId' | 'itemId'>;

const unsettled = ({ sittingId, itemId }: ServingRef) =>
  and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId), isNull(servings.settledAt));

const settle = prepared((queries, { settledAt, ...serving }: ServingRef & { settledAt: Date }) =>
  queries
    .update(servings)
    .set({ settledAt })
    .where(unsettled(serving))
    .returning({ itemId: servings.itemId }),
);

/** Marks an item as settled, so that it accepts no more answers; false when it already was. */
export async function settleServing(
  db: Db,
  { sittingId, itemId }: ServingRef,
  settledAt: Date,
): Promise<boolean> {
  return (await settle(db, { sittingId, itemId, settledAt })).length > 0;
}

const running = (queries: Queries, from: Date, userId?: string) => {
  const open = queries
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

const runningOf = prepared((queries, { userId, from }: { userId: string; from: Date }) =>
  queries
    .select()
    .from(servings)
    .where(running(queries, from, userId)),
);

/** A person's items whose clock was still running at `from`. */
export async function listRunningServings(db: Db, userId: string, from: Date): Promise<Serving[]> {
  return runningOf(db, { userId, from });
}

const lockRunning = prepared((queries, { from }: { from: Date }) =>
  queries
    .update(servings)
    .set({ used: sql`${servings.used}` })
    .where(running(queries, from))
    .returning(),
);

/** All items whose clock was still running at `from`, locked for the rest of the transaction. */
export async function lockRunningServings(db: Db, from: Date): Promise<Serving[]> {
  return lockRunning(db, { from });
}

const updateDeadline = prepared(
  (queries, { deadlineAt, ...serving }: ServingRef & { deadlineAt: Date | null }) =>
    queries.update(servings).set({ deadlineAt }).where(unsettled(serving)),
);

/** Changes the deadline of an unsettled item; null removes it. */
export async function setDeadline(
  db: Db,
  { sittingId, itemId }: ServingRef,
  deadlineAt: Date | null,
): Promise<void> {
  await updateDeadline(db, { sittingId, itemId, deadlineAt });
}
