import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { readings } from './schema/readings.ts';

const insert = prepared((queries, reading: typeof readings.$inferInsert) =>
  queries.insert(readings).values(reading).onConflictDoNothing().returning({ at: readings.at }),
);

/** False when the activity was already marked as read. */
export async function recordReading(db: Db, reading: typeof readings.$inferInsert): Promise<boolean> {
  return (await insert(db, reading)).length > 0;
}

const ofPerson = prepared((queries, { userId }: { userId: string }) =>
  queries.select().from(readings).where(eq(readings.userId, userId)),
);

export async function listReadings(db: Db, userId: string): Promise<(typeof readings.$inferSelect)[]> {
  return ofPerson(db, { userId });
}

/** The people who have marked something as read in one of these lessons, and what. */
export async function listReadingsOf(
  db: Db,
  lessonIds: readonly string[],
): Promise<(typeof readings.$inferSelect)[]> {
  if (lessonIds.length === 0) return [];
  return db.select().from(readings).where(isOneOf(readings.lessonId, lessonIds));
}
