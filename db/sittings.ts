import { and, asc, count, desc, eq, gte, inArray, isNull, like, ne, or } from 'drizzle-orm';
import type { Sitting } from '#lib/sitting/sitting.ts';
import type { Db, Tx } from './client.ts';
import { clearDrafts } from './drafts.ts';
import { servings, sittings } from './schema/sittings.ts';

interface ActivityRef {
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
}

const ofActivity = ({ userId, lessonId, activity }: ActivityRef) =>
  and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(sittings.activity, activity));

/** The newest sitting of an activity, open or closed. */
export async function findLatestSitting(db: Db, activity: ActivityRef): Promise<Sitting | undefined> {
  const [sitting] = await db
    .select()
    .from(sittings)
    .where(ofActivity(activity))
    .orderBy(desc(sittings.ordinal))
    .limit(1);
  return sitting;
}

/** Stores a sitting; false when another one of the activity is open or was stored meanwhile. */
export async function openSitting(db: Db, sitting: Sitting): Promise<boolean> {
  const stored = await db
    .insert(sittings)
    .values(sitting)
    .onConflictDoNothing()
    .returning({ id: sittings.id });
  return stored.length > 0;
}

/** Closes a sitting and deletes its drafts; false when it was already closed. */
export async function closeSitting(tx: Tx, id: string, closedAt: Date): Promise<boolean> {
  const closed = await tx
    .update(sittings)
    .set({ closedAt })
    .where(and(eq(sittings.id, id), isNull(sittings.closedAt)))
    .returning({ id: sittings.id });
  await clearDrafts(tx, id);
  return closed.length > 0;
}

/** Item ids that a person was served in the newest `limit` sittings of an activity, newest sitting first. */
export async function listRecentItems(db: Db, activity: ActivityRef, limit: number): Promise<string[]> {
  const recent = await db
    .select({ itemIds: sittings.itemIds })
    .from(sittings)
    .where(ofActivity(activity))
    .orderBy(desc(sittings.ordinal))
    .limit(limit);
  return recent.flatMap((sitting) => sitting.itemIds);
}

/** Item ids of a person's sittings since then in activities of a lesson that match a LIKE pattern, newest sitting first. */
export async function listItemsSince(
  db: Db,
  {
    userId,
    lessonId,
    activityPatterns,
    since,
  }: { userId: string; lessonId: string; activityPatterns: readonly string[]; since: Date },
): Promise<(readonly string[])[]> {
  const rows = await db
    .select({ itemIds: sittings.itemIds })
    .from(sittings)
    .where(
      and(
        eq(sittings.userId, userId),
        eq(sittings.lessonId, lessonId),
        or(...activityPatterns.map((pattern) => like(sittings.activity, pattern))),
        gte(sittings.startedAt, since),
      ),
    )
    .orderBy(desc(sittings.startedAt), desc(sittings.ordinal));
  return rows.map(({ itemIds }) => itemIds);
}

/** Changes the items that a sitting serves. */
export async function setItems(db: Db, { id, itemIds }: Pick<Sitting, 'id' | 'itemIds'>): Promise<void> {
  await db.update(sittings).set({ itemIds }).where(eq(sittings.id, id));
}

/** When a person started tests of a lesson since then; continuing a test does not count. */
export async function listTestStarts(
  db: Db,
  { userId, lessonId }: Pick<ActivityRef, 'userId' | 'lessonId'>,
  since: Date,
): Promise<Date[]> {
  const rows = await db
    .select({ startedAt: sittings.startedAt })
    .from(sittings)
    .where(
      and(
        ofActivity({ userId, lessonId, activity: 'test' }),
        isNull(sittings.continues),
        gte(sittings.startedAt, since),
      ),
    );
  return rows.map(({ startedAt }) => startedAt);
}

/** A person's sittings of this activity in all lessons, newest first. */
export async function listNewestSittings(
  db: Db,
  userId: string,
  activity: string,
  limit: number,
): Promise<Sitting[]> {
  return db
    .select()
    .from(sittings)
    .where(and(eq(sittings.userId, userId), eq(sittings.activity, activity)))
    .orderBy(desc(sittings.startedAt), asc(sittings.id))
    .limit(limit);
}

/** When each of a person's sittings of these activities was closed; null while it is open. */
export async function listClosings(
  db: Db,
  userId: string,
  activities: readonly string[],
): Promise<Pick<Sitting, 'id' | 'closedAt'>[]> {
  return db
    .select({ id: sittings.id, closedAt: sittings.closedAt })
    .from(sittings)
    .where(and(eq(sittings.userId, userId), inArray(sittings.activity, [...activities])));
}

/** Whether a person has an open sitting of one of these activities in any lesson. */
export async function hasOpenSitting(
  db: Db,
  userId: string,
  activities: readonly string[],
): Promise<boolean> {
  const open = await db
    .select({ id: sittings.id })
    .from(sittings)
    .where(
      and(
        eq(sittings.userId, userId),
        inArray(sittings.activity, [...activities]),
        isNull(sittings.closedAt),
      ),
    )
    .limit(1);
  return open.length > 0;
}

/** A person's open tests. */
export async function listOpenTests(
  db: Db,
  userId: string,
): Promise<Pick<Sitting, 'lessonId' | 'startedAt'>[]> {
  return db
    .select({ lessonId: sittings.lessonId, startedAt: sittings.startedAt })
    .from(sittings)
    .where(and(eq(sittings.userId, userId), eq(sittings.activity, 'test'), isNull(sittings.closedAt)));
}

/** Problems solved in each challenge of a person. Sittings without a solved problem and rounds of missed ones are left out. */
export async function countSolvedChallenges(
  db: Db,
  userId: string,
): Promise<{ lessonId: string; sittingId: string; solved: number }[]> {
  return db
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
    .groupBy(sittings.lessonId, sittings.id);
}
