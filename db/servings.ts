import { and, eq, exists, gt, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { prepared } from './prepared.ts';
import { servings, sittings } from './schema/sittings.ts';

export type Serving = typeof servings.$inferSelect;

type ServingRef = Pick<Serving, 'sittingId' | 'itemId'>;

const isServing = ({ sittingId, itemId }: ServingRef) =>
  and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId));

const ofSitting = prepared((queries, { sittingId }: { sittingId: string }) =>
  queries.select().from(servings).where(eq(servings.sittingId, sittingId)),
);

export async function listServings(db: Db, sittingId: string): Promise<Serving[]> {
  return ofSitting(db, { sittingId });
}

const one = prepared((queries, serving: ServingRef) =>
  queries.select().from(servings).where(isServing(serving)),
);

export async function findServing(db: Db, sittingId: string, itemId: string): Promise<Serving | undefined> {
  const [serving] = await one(db, { sittingId, itemId });
  return serving;
}

const insert = prepared((queries, serving: typeof servings.$inferInsert) =>
  queries.insert(servings).values(serving).onConflictDoNothing(),
);

/** Opens an item of a sitting and starts its clock; a second call changes nothing. */
export async function openServing(
  db: Db,
  serving: { sittingId: string; itemId: string; openedAt: Date; deadlineAt: Date | null },
): Promise<void> {
  await insert(db, serving);
}

const reopen = prepared((queries, { sittingId, itemId, openedAt }: ServingRef & { openedAt: Date }) =>
  queries
    .update(servings)
    .set({ openedAt })
    .where(and(isServing({ sittingId, itemId }), isNull(servings.settledAt), isNull(servings.deadlineAt))),
);

/** Returns to an item that was opened before and has no clock; nothing changes once it is settled. */
export async function returnToServing(db: Db, serving: ServingRef & { openedAt: Date }): Promise<void> {
  await reopen(db, serving);
}

interface Claim extends Serving {
  readonly usedBefore: number;
  readonly latest: Date;
}

const claim = prepared((queries, { usedBefore, latest, ...serving }: Claim) => {
  const { sittingId, used, bestScore, solved, settledAt } = serving;
  const open = queries
    .select({ id: sittings.id })
    .from(sittings)
    .where(and(eq(sittings.id, sittingId), isNull(sittings.closedAt)));
  const acceptsAnswers = and(
    eq(servings.used, usedBefore),
    isNull(servings.settledAt),
    or(isNull(servings.deadlineAt), gte(servings.deadlineAt, latest)),
    exists(open),
  );
  return queries
    .insert(servings)
    .values(serving)
    .onConflictDoUpdate({
      target: [servings.sittingId, servings.itemId],
      set: { used, bestScore, solved, settledAt },
      setWhere: sql`${acceptsAnswers}`,
    })
    .returning({ itemId: servings.itemId });
});

/**
 * Uses one attempt: stores the item as it is after the answer. The statement is the rule: false when the item is settled,
 * its time was over at `latest`, its sitting is closed, or attempts other than those before this one were used. An item that
 * was not opened before is opened. `latest` is the time at which the answer was received, minus the grace.
 */
export async function claimAttempt(db: Db, serving: Serving, latest: Date): Promise<boolean> {
  const claimed = await claim(db, { ...serving, usedBefore: serving.used - 1, latest });
  return claimed.length > 0;
}

interface Hold extends ServingRef {
  readonly used: number;
  readonly latest: Date;
}

const hold = prepared((queries, { sittingId, itemId, used, latest }: Hold) =>
  queries
    .update(servings)
    .set({ used })
    .where(
      and(
        isServing({ sittingId, itemId }),
        eq(servings.used, used),
        isNull(servings.settledAt),
        or(isNull(servings.deadlineAt), gte(servings.deadlineAt, latest)),
      ),
    )
    .returning({ used: servings.used }),
);

const holdSitting = prepared((queries, { sittingId }: { sittingId: string }) =>
  queries
    .update(sittings)
    .set({ closedAt: null })
    .where(and(eq(sittings.id, sittingId), isNull(sittings.closedAt)))
    .returning({ id: sittings.id }),
);

/**
 * Locks an item, so that other answers and saves of it wait for the end of the transaction. False when it accepts no
 * more answers: attempts other than `used` were claimed, it is settled, its time is over or the sitting is closed.
 */
export async function lockServing(tx: Tx, { sittingId, itemId, used, latest }: Hold): Promise<boolean> {
  const held = await hold(tx, { sittingId, itemId, used, latest });
  return held.length > 0 && (await holdSitting(tx, { sittingId })).length > 0;
}

interface Hint extends ServingRef {
  readonly hints: number;
  readonly seen: number | undefined;
}

const openHint = prepared((queries, { sittingId, itemId, hints, seen }: Hint) =>
  queries
    .update(servings)
    .set({ hintsOpened: sql`${servings.hintsOpened} + 1` })
    .where(
      and(
        isServing({ sittingId, itemId }),
        isNull(servings.settledAt),
        lt(servings.hintsOpened, hints),
        seen === undefined ? undefined : lte(servings.hintsOpened, seen),
      ),
    )
    .returning({ hintsOpened: servings.hintsOpened }),
);

/** Opens the next hint if one is left and at most `seen` are open; returns the number of open hints, or undefined. */
export async function openNextHint(
  db: Db,
  sittingId: string,
  itemId: string,
  { hints, seen }: { readonly hints: number; readonly seen: number | undefined },
): Promise<number | undefined> {
  const [taken] = await openHint(db, { sittingId, itemId, hints, seen });
  return taken?.hintsOpened;
}

/** For benchmarks: every answered item with its number of attempts. */
export async function listUsedAttempts(db: Db): Promise<Pick<Serving, 'sittingId' | 'itemId' | 'used'>[]> {
  return db
    .select({ sittingId: servings.sittingId, itemId: servings.itemId, used: servings.used })
    .from(servings)
    .where(gt(servings.used, 0));
}

/** Stores what graded answers of an item changed after they were graded again. */
export async function regradeServing(
  tx: Tx,
  {
    sittingId,
    itemId,
    bestScore,
    solved,
    settledAt,
  }: ServingRef & Pick<Serving, 'bestScore' | 'solved' | 'settledAt'>,
): Promise<void> {
  await tx.update(servings).set({ bestScore, solved, settledAt }).where(isServing({ sittingId, itemId }));
}
