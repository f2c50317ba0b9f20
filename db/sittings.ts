import { and, asc, count, desc, eq, gte, inArray, isNull, like, ne, or } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { clearDrafts } from './drafts.ts';
import { servings, sittings } from './schema/sittings.ts';

export type Sitting = typeof sittings.$inferSelect;

interface Place {
  readonly userId: string;
  readonly lessonId: string;
  readonly activity: string;
}

const at = ({ userId, lessonId, activity }: Place) =>
  and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(sittings.activity, activity));

/** The newest sitting of an activity, open or closed. */
export async function findLatestSitting(db: Db, place: Place): Promise<Sitting | undefined> {
  const [sitting] = await db
    .select()
    .from(sittings)
    .where(at(place))
    .orderBy(desc(sittings.ordinal))
    .limit(1);
  return sitting;
}

/** Stores a sitting unless one is open already, and returns the one that then is. */
export async function openSitting(
  db: Db,
  sitting: typeof sittings.$inferInsert,
): Promise<Sitting | undefined> {
  const [stored] = await db.insert(sittings).values(sitting).onConflictDoNothing().returning();
  if (stored) return stored;
  const [open] = await db
    .select()
    .from(sittings)
    .where(and(at(sitting), isNull(sittings.closedAt)));
  return open;
}

/** Closes once, and what was typed and not checked goes; false when it was closed before. */
export async function closeSitting(tx: Tx, id: string, closedAt: Date): Promise<boolean> {
  const closed = await tx
    .update(sittings)
    .set({ closedAt })
    .where(and(eq(sittings.id, id), isNull(sittings.closedAt)))
    .returning({ id: sittings.id });
  await clearDrafts(tx, id);
  return closed.length > 0;
}

/** Item ids that a person was served in the last sittings of an activity, newest first. */
export async function listRecentItems(db: Db, place: Place, last: number): Promise<string[]> {
  const recent = await db
    .select({ itemIds: sittings.itemIds })
    .from(sittings)
    .where(at(place))
    .orderBy(desc(sittings.ordinal))
    .limit(last);
  return recent.flatMap((sitting) => sitting.itemIds);
}

/** Item ids of each sitting since then in those of a lesson's places whose names are like one of these, newest first. */
export async function listItemsSince(
  db: Db,
  {
    userId,
    lessonId,
    places,
    since,
  }: { userId: string; lessonId: string; places: readonly string[]; since: Date },
): Promise<string[][]> {
  const rows = await db
    .select({ itemIds: sittings.itemIds })
    .from(sittings)
    .where(
      and(
        eq(sittings.userId, userId),
        eq(sittings.lessonId, lessonId),
        or(...places.map((name) => like(sittings.activity, name))),
        gte(sittings.startedAt, since),
      ),
    )
    .orderBy(desc(sittings.startedAt), desc(sittings.ordinal));
  return rows.map(({ itemIds }) => itemIds);
}

/** Takes one more item into a sitting. */
export async function addToSitting(db: Db, { id, itemIds }: Sitting, itemId: string): Promise<void> {
  await db
    .update(sittings)
    .set({ itemIds: [...itemIds, itemId] })
    .where(eq(sittings.id, id));
}

/** When a person began tests of a lesson since then; going on with one does not count. */
export async function listTestStarts(
  db: Db,
  { userId, lessonId }: Pick<Place, 'userId' | 'lessonId'>,
  since: Date,
): Promise<Date[]> {
  const rows = await db
    .select({ startedAt: sittings.startedAt })
    .from(sittings)
    .where(
      and(
        at({ userId, lessonId, activity: 'test' }),
        isNull(sittings.continues),
        gte(sittings.startedAt, since),
      ),
    );
  return rows.map(({ startedAt }) => startedAt);
}

/** A person's newest sittings of this activity over all lessons, newest first. */
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

/** Whether a person has begun one of these activities in any lesson and not finished it. */
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

/** Tests that a person has begun and not finished. */
export async function listOpenTests(
  db: Db,
  userId: string,
): Promise<Pick<Sitting, 'lessonId' | 'startedAt'>[]> {
  return db
    .select({ lessonId: sittings.lessonId, startedAt: sittings.startedAt })
    .from(sittings)
    .where(and(eq(sittings.userId, userId), eq(sittings.activity, 'test'), isNull(sittings.closedAt)));
}

/** Problems solved in each sitting of a person's challenges; sittings without any, or of missed ones alone, are left out. */
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
