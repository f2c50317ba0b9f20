import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
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
