import { and, eq, exists, gt, gte, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { servings, sittings } from './schema/sittings.ts';
import type { Sitting } from './sittings.ts';

export type Serving = typeof servings.$inferSelect;

export async function listServings(db: Db, sittingId: string): Promise<Serving[]> {
  return db.select().from(servings).where(eq(servings.sittingId, sittingId));
}

export async function findServing(db: Db, sittingId: string, itemId: string): Promise<Serving | undefined> {
  const [serving] = await db
    .select()
    .from(servings)
    .where(and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId)));
  return serving;
}

/** Opens an item of a sitting and starts its clock; a second call changes nothing. */
export async function openServing(
  db: Db,
  serving: { sittingId: string; itemId: string; openedAt: Date; deadlineAt: Date | null },
): Promise<void> {
  await db.insert(servings).values(serving).onConflictDoNothing();
}

/**
 * Claims one attempt, if one is left, the item is not settled, its time is not over and the sitting is open; undefined
 * otherwise. The statement is the rule: however many requests race, no more than `most` succeed. `latest` is the time at
 * which the answer was received, minus the grace.
 */
export async function claimAttempt(
  db: Db,
  {
    sittingId,
    itemId,
    most,
    latest,
  }: { sittingId: string; itemId: string; most: number | null; latest: Date },
): Promise<Serving | undefined> {
  const open = db
    .select({ id: sittings.id })
    .from(sittings)
    .where(and(eq(sittings.id, sittingId), isNull(sittings.closedAt)));
  const [taken] = await db
    .update(servings)
    .set({ used: sql`${servings.used} + 1` })
    .where(
      and(
        eq(servings.sittingId, sittingId),
        eq(servings.itemId, itemId),
        isNull(servings.settledAt),
        or(isNull(servings.deadlineAt), gte(servings.deadlineAt, latest)),
        exists(open),
        most === null ? undefined : lt(servings.used, most),
      ),
    )
    .returning();
  return taken;
}

/**
 * Locks an item, so that other answers and saves of it wait for the end of the transaction. False when it accepts no
 * more answers: attempts other than `used` were claimed, it is settled, its time is over or the sitting is closed.
 */
export async function lockServing(
  tx: Tx,
  { sittingId, itemId, used, latest }: { sittingId: string; itemId: string; used: number; latest: Date },
): Promise<boolean> {
  const held = await tx
    .update(servings)
    .set({ used })
    .where(
      and(
        eq(servings.sittingId, sittingId),
        eq(servings.itemId, itemId),
        eq(servings.used, used),
        isNull(servings.settledAt),
        or(isNull(servings.deadlineAt), gte(servings.deadlineAt, latest)),
      ),
    )
    .returning({ used: servings.used });
  if (held.length === 0) return false;
  const open = await tx
    .update(sittings)
    .set({ closedAt: null })
    .where(and(eq(sittings.id, sittingId), isNull(sittings.closedAt)))
    .returning({ id: sittings.id });
  return open.length > 0;
}

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
  await db
    .update(servings)
    .set({
      bestScore: sql`case when ${servings.bestScore} < ${score} then ${score} else ${servings.bestScore} end`,
      ...(solved ? { solved } : {}),
      ...(settledAt ? { settledAt } : {}),
    })
    .where(and(eq(servings.sittingId, sittingId), eq(servings.itemId, itemId)));
}

/** Opens the next hint if one is left and at most `seen` are open; returns the number of open hints, or undefined. */
export async function openNextHint(
  db: Db,
  sittingId: string,
  itemId: string,
  { hints, seen }: { readonly hints: number; readonly seen: number | undefined },
): Promise<number | undefined> {
  const [taken] = await db
    .update(servings)
    .set({ hintsOpened: sql`${servings.hintsOpened} + 1` })
    .where(
      and(
        eq(servings.sittingId, sittingId),
        eq(servings.itemId, itemId),
        isNull(servings.settledAt),
        lt(servings.hintsOpened, hints),
        seen === undefined ? undefined : lte(servings.hintsOpened, seen),
      ),
    )
    .returning({ hintsOpened: servings.hintsOpened });
  return taken?.hintsOpened;
}

/** The most hints of an item that a person has opened in one sitting: starting over does not reset their price. */
export async function mostHintsOpened(
  db: Db,
  { userId, lessonId }: Pick<Sitting, 'userId' | 'lessonId'>,
  itemId: string,
): Promise<number> {
  const [row] = await db
    .select({ most: max(servings.hintsOpened) })
    .from(servings)
    .innerJoin(sittings, eq(sittings.id, servings.sittingId))
    .where(and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(servings.itemId, itemId)));
  return row?.most ?? 0;
}

/** For benchmarks: every answered item with its number of attempts. */
export async function listUsedAttempts(db: Db): Promise<Pick<Serving, 'sittingId' | 'itemId' | 'used'>[]> {
  return db
    .select({ sittingId: servings.sittingId, itemId: servings.itemId, used: servings.used })
    .from(servings)
    .where(gt(servings.used, 0));
}
