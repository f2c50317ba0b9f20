import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { insertBatches } from './insert-batches.ts';
import { activityStandings } from './schema/activity-standings.ts';
import { itemStandings } from './schema/item-standings.ts';
import { users } from './schema/users.ts';

export type ItemStanding = typeof itemStandings.$inferSelect;
export type ActivityStandingRow = typeof activityStandings.$inferSelect;

export async function findItemStanding(
  db: Db,
  userId: string,
  itemId: string,
): Promise<ItemStanding | undefined> {
  const [row] = await db
    .select()
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.itemId, itemId)));
  return row;
}

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

export async function findActivityStanding(
  db: Db,
  { userId, lessonId, activity }: Pick<ActivityStandingRow, 'userId' | 'lessonId' | 'activity'>,
): Promise<ActivityStandingRow | undefined> {
  const [row] = await db
    .select()
    .from(activityStandings)
    .where(
      and(
        eq(activityStandings.userId, userId),
        eq(activityStandings.lessonId, lessonId),
        eq(activityStandings.activity, activity),
      ),
    );
  return row;
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
export async function lockPerson(db: Db, userId: string): Promise<Person | undefined> {
  const [user] = await db
    .update(users)
    .set({ xp: sql`${users.xp}` })
    .where(eq(users.id, userId))
    .returning();
  return user;
}

export type Person = typeof users.$inferSelect;

/** Stores points and streak after one answer; with the belief about the ability, and its clock, if the answer changed it. */
export async function recordTotals(
  db: Db,
  userId: string,
  totals: {
    xp: number;
    days: number;
    best: number;
    freezes: number;
    lastDay: string | null;
    lastAt: Date | null;
    lastZone: string | null;
  },
  ability?: { mean: number; variance: number; clock: number },
): Promise<void> {
  await db
    .update(users)
    .set({
      xp: totals.xp,
      streakDays: totals.days,
      streakBest: totals.best,
      streakFreezes: totals.freezes,
      lastActiveDay: totals.lastDay,
      lastActiveAt: totals.lastAt,
      lastActiveZone: totals.lastZone,
      abilityMean: ability?.mean,
      abilityVariance: ability?.variance,
      ledgerClock: ability?.clock,
    })
    .where(eq(users.id, userId));
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
