import { and, eq, inArray, sql } from 'drizzle-orm';
import type { LearnerTotals } from '#lib/progress/attempt.ts';
import type { Db, Tx } from './client.ts';
import { lockRows } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { activityStandings } from './schema/activity-standings.ts';
import { itemStandings } from './schema/item-standings.ts';
import { users } from './schema/users.ts';

export type ItemStanding = typeof itemStandings.$inferSelect;
export type ActivityStandingRow = typeof activityStandings.$inferSelect;

export async function listItemStandings(db: Db, userId: string, lessonId: string): Promise<ItemStanding[]> {
  return db
    .select()
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.lessonId, lessonId)));
}

/** Stores an item's totals after one answer. The caller holds the lock of `lockPerson`. */
export async function recordItemStanding(db: Db, row: ItemStanding): Promise<void> {
  const { userId: _user, itemId: _item, ...rest } = row;
  await db
    .insert(itemStandings)
    .values(row)
    .onConflictDoUpdate({ target: [itemStandings.userId, itemStandings.itemId], set: rest });
}

/** Stores an activity's totals after one answer. The caller holds the lock of `lockPerson`. */
export async function recordActivityStanding(db: Db, row: ActivityStandingRow): Promise<void> {
  const { solved, tries, wrong, lastAt } = row;
  await db
    .insert(activityStandings)
    .values(row)
    .onConflictDoUpdate({
      target: [activityStandings.userId, activityStandings.lessonId, activityStandings.activity],
      set: { solved, tries, wrong, lastAt },
    });
}

/** The activity totals of these people in all lessons. */
export async function listActivityStandings(
  db: Db,
  userIds: readonly string[],
): Promise<ActivityStandingRow[]> {
  if (userIds.length === 0) return [];
  return db
    .select()
    .from(activityStandings)
    .where(inArray(activityStandings.userId, [...userIds]));
}

/** Locks and returns the person's row for the rest of the transaction: a person's answers are graded one at a time. */
export async function lockPerson(tx: Tx, userId: string): Promise<Person | undefined> {
  const [user] = await lockRows(tx.select().from(users).where(eq(users.id, userId)));
  return user;
}

export type Person = typeof users.$inferSelect;

/** Stores points and streak, and the belief about the ability after an answer. */
export async function recordTotals(db: Db, userId: string, totals: Partial<LearnerTotals>): Promise<void> {
  await db.update(users).set(totals).where(eq(users.id, userId));
}

/** A person's item totals in all lessons. */
export async function listAllItemStandings(db: Db, userId: string): Promise<ItemStanding[]> {
  return db.select().from(itemStandings).where(eq(itemStandings.userId, userId));
}

/** The points of these people in each lesson. */
export async function listLessonPoints(
  db: Db,
  userIds: readonly string[],
): Promise<{ userId: string; lessonId: string; points: number }[]> {
  if (userIds.length === 0) return [];
  return db
    .select({
      userId: itemStandings.userId,
      lessonId: itemStandings.lessonId,
      points: sql<number>`sum(${itemStandings.points})`.mapWith(Number),
    })
    .from(itemStandings)
    .where(inArray(itemStandings.userId, [...userIds]))
    .groupBy(itemStandings.userId, itemStandings.lessonId);
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
