import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { isOneOf, lockRows } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { prepared } from './prepared.ts';
import { conceptBeliefs, itemBeliefs, offsetBeliefs } from './schema/beliefs.ts';
import { users } from './schema/users.ts';
import { preparedWrite, writeTogether } from './write-together.ts';

export type ConceptBelief = typeof conceptBeliefs.$inferSelect;
export type ItemBelief = typeof itemBeliefs.$inferSelect;
export type OffsetBelief = typeof offsetBeliefs.$inferSelect;

const lockConcept = prepared((queries, { lessonId }: { lessonId: string }) =>
  lockRows(queries.select().from(conceptBeliefs).where(eq(conceptBeliefs.lessonId, lessonId))),
);

/** The belief about a lesson's difficulty, locked until the end of the transaction; undefined before its first answer. */
export async function lockConceptBelief(tx: Tx, lessonId: string): Promise<ConceptBelief | undefined> {
  const [row] = await lockConcept(tx, { lessonId });
  return row;
}

interface UpdatedConcept extends ConceptBelief {
  readonly previous: number | undefined;
}

/** A belief that was computed from the one with the clock `previous`; a conflict when another answer came between. */
export const conceptBeliefWrite = preparedWrite(
  (queries, { lessonId, previous, ...rest }: UpdatedConcept) =>
    queries
      .insert(conceptBeliefs)
      .values({ lessonId, ...rest })
      .onConflictDoUpdate({
        target: conceptBeliefs.lessonId,
        set: rest,
        setWhere: previous === undefined ? sql`false` : eq(conceptBeliefs.clock, previous),
      })
      .returning({ lessonId: conceptBeliefs.lessonId }),
  'Another answer has changed the belief about the lesson',
);

const ofItem = prepared((queries, { itemId }: { itemId: string }) =>
  queries.select().from(itemBeliefs).where(eq(itemBeliefs.itemId, itemId)),
);

export async function findItemBelief(db: Db, itemId: string): Promise<ItemBelief | undefined> {
  const [row] = await ofItem(db, { itemId });
  return row;
}

export const itemBeliefWrite = preparedWrite((queries, row: ItemBelief) => {
  const { itemId: _item, ...rest } = row;
  return queries
    .insert(itemBeliefs)
    .values(row)
    .onConflictDoUpdate({ target: itemBeliefs.itemId, set: rest });
});

export async function recordItemBelief(db: Db, row: ItemBelief): Promise<void> {
  await writeTogether(db, [itemBeliefWrite(row)]);
}

const ofItems = prepared((queries, { itemIds }: { itemIds: readonly string[] }) =>
  queries.select().from(itemBeliefs).where(isOneOf(itemBeliefs.itemId, itemIds)),
);

/** The beliefs about these items' difficulty; items without answers have none. */
export async function listItemBeliefs(db: Db, itemIds: readonly string[]): Promise<ItemBelief[]> {
  if (itemIds.length === 0) return [];
  return ofItems(db, { itemIds });
}

type OffsetRef = Pick<OffsetBelief, 'userId' | 'lessonId'>;

const offsetIn = prepared((queries, { userId, lessonId }: OffsetRef) =>
  queries
    .select()
    .from(offsetBeliefs)
    .where(and(eq(offsetBeliefs.userId, userId), eq(offsetBeliefs.lessonId, lessonId))),
);

export async function findOffsetBelief(
  db: Db,
  { userId, lessonId }: OffsetRef,
): Promise<OffsetBelief | undefined> {
  const [row] = await offsetIn(db, { userId, lessonId });
  return row;
}

export const offsetBeliefWrite = preparedWrite((queries, row: OffsetBelief) => {
  const { userId: _user, lessonId: _lesson, ...rest } = row;
  return queries
    .insert(offsetBeliefs)
    .values(row)
    .onConflictDoUpdate({ target: [offsetBeliefs.userId, offsetBeliefs.lessonId], set: rest });
});

interface People {
  readonly userIds: readonly string[];
}

const offsetsOf = prepared((queries, { userIds }: People) =>
  queries.select().from(offsetBeliefs).where(isOneOf(offsetBeliefs.userId, userIds)),
);

/** These people's offsets in every lesson that they have answered. */
export async function listOffsetBeliefs(db: Db, userIds: readonly string[]): Promise<OffsetBelief[]> {
  if (userIds.length === 0) return [];
  return offsetsOf(db, { userIds });
}

const abilitiesOf = prepared((queries, { userIds }: People) =>
  queries.select({ id: users.id, mean: users.abilityMean }).from(users).where(isOneOf(users.id, userIds)),
);

/** The mean ability over all lessons, in logits, by user id. */
export async function listAbilities(db: Db, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await abilitiesOf(db, { userIds });
  return new Map(rows.map(({ id, mean }) => [id, mean]));
}

const allConcepts = prepared((queries) => queries.select().from(conceptBeliefs));

export async function listConceptBeliefs(db: Db): Promise<ConceptBelief[]> {
  return allConcepts(db, {});
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
