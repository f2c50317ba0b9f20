import { and, asc, count, desc, eq, gte, isNull, like, ne, or } from 'drizzle-orm';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './columns.ts';
import { clearDrafts } from './drafts.ts';
import { prepared } from './prepared.ts';
import { servings, sittings } from './schema/sittings.ts';

interface ActivityRef {
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
}

const ofActivity = ({ userId, lessonId, activity }: ActivityRef) =>
  and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(sittings.activity, activity));

const latest = prepared((queries, activity: ActivityRef) =>
  queries.select().from(sittings).where(ofActivity(activity)).orderBy(desc(sittings.ordinal)).limit(1),
);

/** The newest sitting of an activity, open or closed. */
export async function findLatestSitting(
  db: Db,
  { userId, lessonId, activity }: ActivityRef,
): Promise<Sitting | undefined> {
  const [sitting] = await latest(db, { userId, lessonId, activity });
  return sitting;
}

const insert = prepared((queries, sitting: Sitting) =>
  queries.insert(sittings).values(sitting).onConflictDoNothing().returning({ id: sittings.id }),
);

/** Stores a sitting; false when another one of the activity is open or was stored meanwhile. */
export async function openSitting(db: Db, sitting: Sitting): Promise<boolean> {
  const stored = await insert(db, sitting);
  return stored.length > 0;
}

const close = prepared((queries, { id, closedAt }: { id: string; closedAt: Date }) =>
  queries
    .update(sittings)
    .set({ closedAt })
    .where(and(eq(sittings.id, id), isNull(sittings.closedAt)))
    .returning({ id: sittings.id }),
);

/** Closes a sitting and deletes its drafts; false when it was already closed. */
export async function closeSitting(tx: Tx, id: string, closedAt: Date): Promise<boolean> {
  const closed = await close(tx, { id, closedAt });
  await clearDrafts(tx, id);
  return closed.length > 0;
}

const recentItems = prepared((queries, { limit, ...activity }: ActivityRef & { limit: number }) =>
  queries
    .select({ itemIds: sittings.itemIds })
    .from(sittings)
    .where(ofActivity(activity))
    .orderBy(desc(sittings.ordinal))
    .limit(limit),
);

/** Item ids that a person was served in the newest `limit` sittings of an activity, newest sitting first. */
export async function listRecentItems(
  db: Db,
  { userId, lessonId, activity }: ActivityRef,
  limit: number,
): Promise<string[]> {
  const recent = await recentItems(db, { userId, lessonId, activity, limit });
  return recent.flatMap((sitting) => sitting.itemIds);
}

interface RecentSittings extends ActivityRef {
  /** Of a LIKE; the activities that match it count too. */
  readonly activityPattern: string;
  readonly since: Date;
}

const itemsSince = prepared(
  (queries, { userId, lessonId, activity, activityPattern, since }: RecentSittings) =>
    queries
      .select({ itemIds: sittings.itemIds })
      .from(sittings)
      .where(
        and(
          eq(sittings.userId, userId),
          eq(sittings.lessonId, lessonId),
          or(eq(sittings.activity, activity), like(sittings.activity, activityPattern)),
          gte(sittings.startedAt, since),
        ),
      )
      .orderBy(desc(sittings.startedAt), desc(sittings.ordinal)),
);

/** Item ids of a person's sittings since then in some activities of a lesson, newest sitting first. */
export async function listItemsSince(
  db: Db,
  { userId, lessonId, activity, activityPattern, since }: RecentSittings,
): Promise<(readonly string[])[]> {
  const rows = await itemsSince(db, { userId, lessonId, activity, activityPattern, since });
  return rows.map(({ itemIds }) => itemIds);
}

const updateItems = prepared((queries, { id, itemIds }: Pick<Sitting, 'id' | 'itemIds'>) =>
  queries.update(sittings).set({ itemIds }).where(eq(sittings.id, id)),
);

/** Changes the items that a sitting serves. */
export async function setItems(db: Db, { id, itemIds }: Pick<Sitting, 'id' | 'itemIds'>): Promise<void> {
  await updateItems(db, { id, itemIds });
}

const testStarts = prepared(
  (queries, { userId, lessonId, since }: { userId: string; lessonId: string; since: Date }) =>
    queries
      .select({ startedAt: sittings.startedAt })
      .from(sittings)
      .where(
        and(
          ofActivity({ userId, lessonId, activity: 'test' }),
          isNull(sittings.continues),
          gte(sittings.startedAt, since),
        ),
      ),
);

/** When a person started tests of a lesson since then; continuing a test does not count. */
export async function listTestStarts(
  db: Db,
  { userId, lessonId }: Pick<ActivityRef, 'userId' | 'lessonId'>,
  since: Date,
): Promise<Date[]> {
  const rows = await testStarts(db, { userId, lessonId, since });
  return rows.map(({ startedAt }) => startedAt);
}

const newest = prepared(
  (queries, { userId, activity, limit }: { userId: string; activity: string; limit: number }) =>
    queries
      .select()
      .from(sittings)
      .where(and(eq(sittings.userId, userId), eq(sittings.activity, activity)))
      .orderBy(desc(sittings.startedAt), asc(sittings.id))
      .limit(limit),
);

/** A person's sittings of this activity in all lessons, newest first. */
export async function listNewestSittings(
  db: Db,
  userId: string,
  activity: string,
  limit: number,
): Promise<Sitting[]> {
  return newest(db, { userId, activity, limit });
}

interface ActivitiesOf {
  readonly userId: string;
  readonly activities: readonly string[];
}

const closings = prepared((queries, { userId, activities }: ActivitiesOf) =>
  queries
    .select({ id: sittings.id, closedAt: sittings.closedAt })
    .from(sittings)
    .where(and(eq(sittings.userId, userId), isOneOf(sittings.activity, activities))),
);

/** When each of a person's sittings of these activities was closed; null while it is open. */
export async function listClosings(
  db: Db,
  userId: string,
  activities: readonly string[],
): Promise<Pick<Sitting, 'id' | 'closedAt'>[]> {
  return closings(db, { userId, activities });
}

const openAmong = prepared((queries, { userId, activities }: ActivitiesOf) =>
  queries
    .select({ id: sittings.id })
    .from(sittings)
    .where(
      and(eq(sittings.userId, userId), isOneOf(sittings.activity, activities), isNull(sittings.closedAt)),
    )
    .limit(1),
);

/** Whether a person has an open sitting of one of these activities in any lesson. */
export async function hasOpenSitting(
  db: Db,
  userId: string,
  activities: readonly string[],
): Promise<boolean> {
  return (await openAmong(db, { userId, activities })).length > 0;
}

const openTests = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({ lessonId: sittings.lessonId, startedAt: sittings.startedAt })
    .from(sittings)
    .where(and(eq(sittings.userId, userId), eq(sittings.activity, 'test'), isNull(sittings.closedAt))),
);

/** A person's open tests. */
export async function listOpenTests(
  db: Db,
  userId: string,
): Promise<Pick<Sitting, 'lessonId' | 'startedAt'>[]> {
  return openTests(db, { userId });
}

interface ActivitiesOfPeople {
  readonly userIds: readonly string[];
  readonly activities: readonly string[];
}

const newestOpen = prepared((queries, { userIds, activities }: ActivitiesOfPeople) =>
  queries
    .select({ id: sittings.id, lessonId: sittings.lessonId, activity: sittings.activity })
    .from(sittings)
    .where(
      and(
        isOneOf(sittings.userId, userIds),
        isOneOf(sittings.activity, activities),
        isNull(sittings.closedAt),
      ),
    )
    .orderBy(desc(sittings.startedAt), desc(sittings.id)),
);

/** These people's open sittings of these activities in all lessons, the newest first. */
export async function listOpenSittings(
  db: Db,
  userIds: readonly string[],
  activities: readonly string[],
): Promise<Pick<Sitting, 'id' | 'lessonId' | 'activity'>[]> {
  return newestOpen(db, { userIds, activities });
}

const seedsOf = prepared((queries, { ids }: { ids: readonly string[] }) =>
  queries.select({ id: sittings.id, seed: sittings.seed }).from(sittings).where(isOneOf(sittings.id, ids)),
);

/** The seeds of sittings, by their ids. */
export async function listSeeds(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await seedsOf(db, { ids })).map(({ id, seed }) => [id, seed]));
}

const solvedChallenges = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select({ lessonId: sittings.lessonId, sittingId: sittings.id, solved: count() })
    .from(sittings)
    .innerJoin(servings, eq(servings.sittingId, sittings.id))
    .where(
      and(
        eq(sittings.userId, userId),
        eq(sittings.activity, 'challenge'),
        ne(sittings.scope, 'missed'),
        eq(servings.solved, true),
      ),
    )
    .groupBy(sittings.lessonId, sittings.id),
);

/** Problems solved in each challenge of a person. Sittings without a solved problem and rounds of missed ones are left out. */
export async function countSolvedChallenges(
  db: Db,
  userId: string,
): Promise<{ lessonId: string; sittingId: string; solved: number }[]> {
  return solvedChallenges(db, { userId });
}
