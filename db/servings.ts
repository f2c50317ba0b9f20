import { and, eq, exists, gt, gte, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { prepared } from './prepared.ts';
import { servings, sittings } from './schema/sittings.ts';
import type { Sitting } from './sittings.ts';

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

interface Claim extends ServingRef {
  readonly most: number | null;
  readonly latest: Date;
}

const claim = prepared((queries, { sittingId, itemId, most, latest }: Claim) => {
  const open = queries
    .select({ id: sittings.id })
    .from(sittings)
    .where(and(eq(sittings.id, sittingId), isNull(sittings.closedAt)));
  return queries
    .update(servings)
    .set({ used: sql`${servings.used} + 1` })
    .where(
      and(
        isServing({ sittingId, itemId }),
        isNull(servings.settledAt),
        or(isNull(servings.deadlineAt), gte(servings.deadlineAt, latest)),
        exists(open),
        most === null ? undefined : lt(servings.used, most),
      ),
    )
    .returning();
});

/**
 * Claims one attempt, if one is left, the item is not settled, its time is not over and the sitting is open; undefined
 * otherwise. The statement is the rule: however many requests race, no more than `most` succeed. `latest` is the time at
 * which the answer was received, minus the grace.
 */
export async function claimAttempt(
  db: Db,
  { sittingId, itemId, most, latest }: Claim,
): Promise<Serving | undefined> {
  const [taken] = await claim(db, { sittingId, itemId, most, latest });
  return taken;
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

interface Scored extends ServingRef {
  readonly score: number;
  readonly solved: true | undefined;
  readonly settledAt: Date | undefined;
}

const raiseScore = prepared((queries, { sittingId, itemId, score, solved, settledAt }: Scored) =>
  queries
    .update(servings)
    .set({
      bestScore: sql`case when ${servings.bestScore} < ${score} then ${score} else ${servings.bestScore} end`,
      ...(solved === undefined ? {} : { solved }),
      ...(settledAt === undefined ? {} : { settledAt }),
    })
    .where(isServing({ sittingId, itemId })),
);

/** Records a score if it is better than the stored one; with `settledAt` the item accepts no more answers. */
export async function recordScore(
  db: Db,
  {
    sittingId,
    itemId,
    score,
    solved,
    settledAt,
  }: { sittingId: string; itemId: string; score: number; solved: boolean; settledAt: Date | null },
): Promise<void> {
  await raiseScore(db, {
    sittingId,
    itemId,
    score,
    solved: solved || undefined,
    settledAt: settledAt ?? undefined,
  });
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

const mostHints = prepared(
  (queries, { userId, lessonId, itemId }: { userId: string; lessonId: string; itemId: string }) =>
    queries
      .select({ most: max(servings.hintsOpened) })
      .from(servings)
      .innerJoin(sittings, eq(sittings.id, servings.sittingId))
      .where(and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(servings.itemId, itemId))),
);

/** The most hints of an item that a person has opened in one sitting: starting over does not reset their price. */
export async function mostHintsOpened(
  db: Db,
  { userId, lessonId }: Pick<Sitting, 'userId' | 'lessonId'>,
  itemId: string,
): Promise<number> {
  const [row] = await mostHints(db, { userId, lessonId, itemId });
  return row?.most ?? 0;
}

/** For benchmarks: every answered item with its number of attempts. */
export async function listUsedAttempts(db: Db): Promise<Pick<Serving, 'sittingId' | 'itemId' | 'used'>[]> {
  return db
    .select({ sittingId: servings.sittingId, itemId: servings.itemId, used: servings.used })
    .from(servings)
    .where(gt(servings.used, 0));
}
