import { and, eq, sql } from 'drizzle-orm';
import type { LearnerTotals } from '#lib/progress/attempt.ts';
import type { Db, Tx } from './client.ts';
import { isOneOf, lockRows } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { prepared } from './prepared.ts';
import { activityStandings } from './schema/activity-standings.ts';
import { itemStandings } from './schema/item-standings.ts';
import { users } from './schema/users.ts';
import { preparedWrite } from './write-together.ts';

export type ItemStanding = typeof itemStandings.$inferSelect;
export type ActivityStandingRow = typeof activityStandings.$inferSelect;

const ofLesson = prepared((queries, { userId, lessonId }: Pick<ItemStanding, 'userId' | 'lessonId'>) =>
  queries
    .select()
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.lessonId, lessonId))),
);

export async function listItemStandings(db: Db, userId: string, lessonId: string): Promise<ItemStanding[]> {
  return ofLesson(db, { userId, lessonId });
}

/** An item's totals after one answer. The caller holds the lock of `lockPerson`. */
export const itemStandingWrite = preparedWrite((queries, row: ItemStanding) => {
  const { userId: _user, itemId: _item, ...rest } = row;
  return queries
    .insert(itemStandings)
    .values(row)
    .onConflictDoUpdate({ target: [itemStandings.userId, itemStandings.itemId], set: rest });
});

/** An activity's totals after one answer. The caller holds the lock of `lockPerson`. */
export const activityStandingWrite = preparedWrite((queries, row: ActivityStandingRow) => {
  const { solved, tries, wrong, lastAt } = row;
  return queries
    .insert(activityStandings)
    .values(row)
    .onConflictDoUpdate({
      target: [activityStandings.userId, activityStandings.lessonId, activityStandings.activity],
      set: { solved, tries, wrong, lastAt },
    });
});

interface People {
  readonly userIds: readonly string[];
}

const activitiesOf = prepared((queries, { userIds }: People) =>
  queries.select().from(activityStandings).where(isOneOf(activityStandings.userId, userIds)),
);

/** The activity totals of these people in all lessons. */
export async function listActivityStandings(
  db: Db,
  userIds: readonly string[],
): Promise<ActivityStandingRow[]> {
  if (userIds.length === 0) return [];
  return activitiesOf(db, { userIds });
}

const lock = prepared((queries, { userId }: { userId: string }) =>
  lockRows(queries.select().from(users).where(eq(users.id, userId))),
);

/** Locks and returns the person's row for the rest of the transaction: a person's answers are graded one at a time. */
export async function lockPerson(tx: Tx, userId: string): Promise<Person | undefined> {
  const [user] = await lock(tx, { userId });
  return user;
}

export type Person = typeof users.$inferSelect;

/** A person's points and streak, and the belief about the ability after an answer. */
export const totalsWrite = preparedWrite(
  (queries, { id, ...changes }: Pick<Person, 'id'> & Partial<LearnerTotals>) =>
    queries.update(users).set(changes).where(eq(users.id, id)),
);

const itemsOf = prepared((queries, { userId }: { userId: string }) =>
  queries.select().from(itemStandings).where(eq(itemStandings.userId, userId)),
);

/** A person's item totals in all lessons. */
export async function listAllItemStandings(db: Db, userId: string): Promise<ItemStanding[]> {
  return itemsOf(db, { userId });
}

const solvedOf = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({ itemId: itemStandings.itemId })
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.solved, true))),
);

/** The items that a person has solved in all lessons. */
export async function listSolvedItems(db: Db, userId: string): Promise<string[]> {
  const rows = await solvedOf(db, { userId });
  return rows.map(({ itemId }) => itemId);
}

/** The people who have answered one of these items. There is no index for it: it reads the totals of all items. */
export async function listAnswerers(db: Db, itemIds: readonly string[]): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const found = await db
    .select({ userId: itemStandings.userId })
    .from(itemStandings)
    .where(isOneOf(itemStandings.itemId, itemIds))
    .groupBy(itemStandings.userId);
  return found.map(({ userId }) => userId);
}

const lessonPoints = prepared((queries, { userIds }: People) =>
  queries
    .select({
      userId: itemStandings.userId,
      lessonId: itemStandings.lessonId,
      points: sql<number>`sum(${itemStandings.points})`.mapWith(Number),
    })
    .from(itemStandings)
    .where(isOneOf(itemStandings.userId, userIds))
    .groupBy(itemStandings.userId, itemStandings.lessonId),
);

/** The points of these people in each lesson. */
export async function listLessonPoints(
  db: Db,
  userIds: readonly string[],
): Promise<{ userId: string; lessonId: string; points: number }[]> {
  if (userIds.length === 0) return [];
  return lessonPoints(db, { userIds });
}

/** Replaces all totals of a person; for a recount. The caller holds the lock of `lockPerson`. */
export async function replaceStandings(
  db: Db,
  userId: string,
  items: readonly ItemStanding[],
  activities: readonly ActivityStandingRow[],
): Promise<void> {
  await db.delete(itemStandings).where(eq(itemStandings.userId, userId));
  await db.delete(activityStandings).where(eq(activityStandings.userId, userId));
  for (const rows of insertBatches(items)) await db.insert(itemStandings).values(rows);
  for (const rows of insertBatches(activities)) await db.insert(activityStandings).values(rows);
}
