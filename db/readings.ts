import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { readings } from './schema/readings.ts';

/** False when the activity was already marked as read. */
export async function recordReading(db: Db, reading: typeof readings.$inferInsert): Promise<boolean> {
  const stored = await db
    .insert(readings)
    .values(reading)
    .onConflictDoNothing()
    .returning({ at: readings.at });
  return stored.length > 0;
}

export async function listReadings(db: Db, userId: string): Promise<(typeof readings.$inferSelect)[]> {
  return db.select().from(readings).where(eq(readings.userId, userId));
}
