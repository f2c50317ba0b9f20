import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { lockRows } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { ConflictError } from './retry.ts';
import { conceptBeliefs, itemBeliefs, offsetBeliefs } from './schema/beliefs.ts';
import { users } from './schema/users.ts';

export type ConceptBelief = typeof conceptBeliefs.$inferSelect;
export type ItemBelief = typeof itemBeliefs.$inferSelect;
export type OffsetBelief = typeof offsetBeliefs.$inferSelect;

/** The belief about a lesson's difficulty, locked until the end of the transaction; undefined before its first answer. */
export async function lockConceptBelief(tx: Tx, lessonId: string): Promise<ConceptBelief | undefined> {
  const [row] = await lockRows(tx.select().from(conceptBeliefs).where(eq(conceptBeliefs.lessonId, lessonId)));
  return row;
}

/** Stores a belief that was computed from the one with the clock `previous`; throws when another answer came between. */
export async function recordConceptBelief(
  tx: Tx,
  { lessonId, ...rest }: ConceptBelief,
  previous: number | undefined,
): Promise<void> {
  const stored = await tx
    .insert(conceptBeliefs)
    .values({ lessonId, ...rest })
    .onConflictDoUpdate({
      target: conceptBeliefs.lessonId,
      set: rest,
      setWhere: previous === undefined ? sql`false` : eq(conceptBeliefs.clock, previous),
    })
    .returning({ lessonId: conceptBeliefs.lessonId });
  if (stored.length === 0) throw new ConflictError('Another answer has changed the belief about the lesson');
}

export async function findItemBelief(db: Db, itemId: string): Promise<ItemBelief | undefined> {
  const [row] = await db.select().from(itemBeliefs).where(eq(itemBeliefs.itemId, itemId));
  return row;
}

export async function recordItemBelief(db: Db, row: ItemBelief): Promise<void> {
  const { itemId: _item, ...rest } = row;
  await db.insert(itemBeliefs).values(row).onConflictDoUpdate({ target: itemBeliefs.itemId, set: rest });
}

/** The beliefs about these items' difficulty; items without answers have none. */
export async function listItemBeliefs(db: Db, itemIds: readonly string[]): Promise<ItemBelief[]> {
  if (itemIds.length === 0) return [];
  return db
    .select()
    .from(itemBeliefs)
    .where(inArray(itemBeliefs.itemId, [...itemIds]));
}

export async function findOffsetBelief(
  db: Db,
  { userId, lessonId }: Pick<OffsetBelief, 'userId' | 'lessonId'>,
): Promise<OffsetBelief | undefined> {
  const [row] = await db
    .select()
    .from(offsetBeliefs)
    .where(and(eq(offsetBeliefs.userId, userId), eq(offsetBeliefs.lessonId, lessonId)));
  return row;
}

export async function recordOffsetBelief(db: Db, row: OffsetBelief): Promise<void> {
  const { userId: _user, lessonId: _lesson, ...rest } = row;
  await db
    .insert(offsetBeliefs)
    .values(row)
    .onConflictDoUpdate({ target: [offsetBeliefs.userId, offsetBeliefs.lessonId], set: rest });
}

/** These people's offsets in every lesson that they have answered. */
export async function listOffsetBeliefs(db: Db, userIds: readonly string[]): Promise<OffsetBelief[]> {
  if (userIds.length === 0) return [];
  return db
    .select()
    .from(offsetBeliefs)
    .where(inArray(offsetBeliefs.userId, [...userIds]));
}

/** The mean ability over all lessons, in logits, by user id. */
export async function listAbilities(db: Db, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, mean: users.abilityMean })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  return new Map(rows.map(({ id, mean }) => [id, mean]));
}

export async function listConceptBeliefs(db: Db): Promise<ConceptBelief[]> {
  return db.select().from(conceptBeliefs);
}

/** Every stored belief, for a recount. */
export async function listAllBeliefs(db: Db) {
  return {
    concepts: await listConceptBeliefs(db),
    items: await db.select().from(itemBeliefs),
    offsets: await db.select().from(offsetBeliefs),
    people: await db
      .select({
        userId: users.id,
        mean: users.abilityMean,
        variance: users.abilityVariance,
        clock: users.ledgerClock,
      })
      .from(users),
  };
}

export type AllBeliefs = Awaited<ReturnType<typeof listAllBeliefs>>;

/** Replaces all stored beliefs with replayed ones; for a recount. */
export async function replaceBeliefs(
  tx: Tx,
  { concepts, items, offsets, people }: AllBeliefs,
): Promise<void> {
  await tx.delete(conceptBeliefs);
  await tx.delete(itemBeliefs);
  await tx.delete(offsetBeliefs);
  for (const rows of insertBatches(concepts)) await tx.insert(conceptBeliefs).values(rows);
  for (const rows of insertBatches(items)) await tx.insert(itemBeliefs).values(rows);
  for (const rows of insertBatches(offsets)) await tx.insert(offsetBeliefs).values(rows);
  for (const { userId, mean, variance, clock } of people) {
    await tx
      .update(users)
      .set({ abilityMean: mean, abilityVariance: variance, ledgerClock: clock })
      .where(eq(users.id, userId));
  }
}
