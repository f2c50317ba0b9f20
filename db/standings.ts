import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { rowsPerInsert } from './rows-per-insert.ts';
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

/** Writes what `findItemStanding` gave, moved on by one answer; safe because the person's row is locked meanwhile. */
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

/** Writes what `findActivityStanding` gave, moved on by one answer; safe because the person's row is locked meanwhile. */
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

/** All activity totals of some people, for one lesson or for all. */
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

/** The person's row, locked for the rest of the transaction: one person's answers are graded one after another. */
export async function lockPerson(db: Db, userId: string): Promise<Person | undefined> {
  const [user] = await db
    .update(users)
    .set({ xp: sql`${users.xp}` })
    .where(eq(users.id, userId))
    .returning();
  return user;
}

export type Person = typeof users.$inferSelect;

/** Totals and streak after one answer. */
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
    })
    .where(eq(users.id, userId));
}

/** Everything a person has shown, item by item, over all lessons. */
export async function listAllItemStandings(db: Db, userId: string): Promise<ItemStanding[]> {
  return db.select().from(itemStandings).where(eq(itemStandings.userId, userId));
}

/** Points of some people by lesson, summed over items. */
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

/** Puts counted totals in the place of all a person had; for a recount, with the person's row locked. */
export async function replaceStandings(
  db: Db,
  userId: string,
  items: readonly ItemStanding[],
  activities: readonly ActivityStandingRow[],
): Promise<void> {
  await db.delete(itemStandings).where(eq(itemStandings.userId, userId));
  await db.delete(activityStandings).where(eq(activityStandings.userId, userId));
  for (const rows of rowsPerInsert(items)) await db.insert(itemStandings).values(rows);
  for (const rows of rowsPerInsert(activities)) await db.insert(activityStandings).values(rows);
}

/** What is believed of a person's ability after the answer with this clock. */
export async function recordAbility(
  db: Db,
  userId: string,
  { mean, variance, clock }: { mean: number; variance: number; clock: number },
): Promise<void> {
  await db
    .update(users)
    .set({ abilityMean: mean, abilityVariance: variance, ledgerClock: clock })
    .where(eq(users.id, userId));
}
