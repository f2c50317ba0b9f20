import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { prepared } from './prepared.ts';
import { activityStandings } from './schema/activity-standings.ts';
import { itemStandings } from './schema/item-standings.ts';
import { users } from './schema/users.ts';

export type ItemStanding = typeof itemStandings.$inferSelect;
export type ActivityStandingRow = typeof activityStandings.$inferSelect;

const ofItem = prepared((queries, { userId, itemId }: Pick<ItemStanding, 'userId' | 'itemId'>) =>
  queries
    .select()
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.itemId, itemId))),
);

export async function findItemStanding(
  db: Db,
  userId: string,
  itemId: string,
): Promise<ItemStanding | undefined> {
  const [row] = await ofItem(db, { userId, itemId });
  return row;
}

const ofLesson = prepared((queries, { userId, lessonId }: Pick<ItemStanding, 'userId' | 'lessonId'>) =>
  queries
    .select()
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), eq(itemStandings.lessonId, lessonId))),
);

export async function listItemStandings(db: Db, userId: string, lessonId: string): Promise<ItemStanding[]> {
  return ofLesson(db, { userId, lessonId });
}

const storeItem = prepared((queries, row: ItemStanding) => {
  const { userId: _user, itemId: _item, ...rest } = row;
  return queries
    .insert(itemStandings)
    .values(row)
    .onConflictDoUpdate({ target: [itemStandings.userId, itemStandings.itemId], set: rest });
});

/** Stores an item's totals after one answer. The caller holds the lock of `lockPerson`. */
export async function recordItemStanding(db: Db, row: ItemStanding): Promise<void> {
  await storeItem(db, row);
}

type ActivityRef = Pick<ActivityStandingRow, 'userId' | 'lessonId' | 'activity'>;

const ofActivity = prepared((queries, { userId, lessonId, activity }: ActivityRef) =>
  queries
    .select()
    .from(activityStandings)
    .where(
      and(
        eq(activityStandings.userId, userId),
        eq(activityStandings.lessonId, lessonId),
        eq(activityStandings.activity, activity),
      ),
    ),
);

export async function findActivityStanding(
  db: Db,
  { userId, lessonId, activity }: ActivityRef,
): Promise<ActivityStandingRow | undefined> {
  const [row] = await ofActivity(db, { userId, lessonId, activity });
  return row;
}

const storeActivity = prepared((queries, row: ActivityStandingRow) => {
  const { solved, tries, wrong, lastAt } = row;
  return queries
    .insert(activityStandings)
    .values(row)
    .onConflictDoUpdate({
      target: [activityStandings.userId, activityStandings.lessonId, activityStandings.activity],
      set: { solved, tries, wrong, lastAt },
    });
});

/** Stores an activity's totals after one answer. The caller holds the lock of `lockPerson`. */
export async function recordActivityStanding(db: Db, row: ActivityStandingRow): Promise<void> {
  await storeActivity(db, row);
}

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
  queries
    .update(users)
    .set({ xp: sql`${users.xp}` })
    .where(eq(users.id, userId))
    .returning(),
);

/** Locks and returns the person's row for the rest of the transaction: a person's answers are graded one at a time. */
export async function lockPerson(db: Db, userId: string): Promise<Person | undefined> {
  const [user] = await lock(db, { userId });
  return user;
}

export type Person = typeof users.$inferSelect;

const update = prepared((queries, { id, ...changes }: Pick<Person, 'id'> & Partial<Person>) =>
  queries.update(users).set(changes).where(eq(users.id, id)),
);

/** Stores points and streak after one answer. */
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
  await update(db, {
    id: userId,
    xp: totals.xp,
    streakDays: totals.days,
    streakBest: totals.best,
    streakFreezes: totals.freezes,
    lastActiveDay: totals.lastDay,
    lastActiveAt: totals.lastAt,
    lastActiveZone: totals.lastZone,
  });
}

const itemsOf = prepared((queries, { userId }: { userId: string }) =>
  queries.select().from(itemStandings).where(eq(itemStandings.userId, userId)),
);

/** A person's item totals in all lessons. */
export async function listAllItemStandings(db: Db, userId: string): Promise<ItemStanding[]> {
  return itemsOf(db, { userId });
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

/** Stores the belief about a person's ability after the answer with this clock. */
export async function recordAbility(
  db: Db,
  userId: string,
  { mean, variance, clock }: { mean: number; variance: number; clock: number },
): Promise<void> {
  await update(db, { id: userId, abilityMean: mean, abilityVariance: variance, ledgerClock: clock });
}
