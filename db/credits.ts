import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { credits } from './schema/sittings.ts';

export type CreditRow = typeof credits.$inferSelect;

/** False when this outage was already credited to the item. */
export async function recordCredit(db: Db, credit: CreditRow): Promise<boolean> {
  const stored = await db
    .insert(credits)
    .values(credit)
    .onConflictDoNothing()
    .returning({ itemId: credits.itemId });
  return stored.length > 0;
}

/** The time credited to one item of a sitting, oldest outage first. */
export async function listCredits(db: Db, sittingId: string, itemId: string): Promise<CreditRow[]> {
  return db
    .select()
    .from(credits)
    .where(and(eq(credits.sittingId, sittingId), eq(credits.itemId, itemId)))
    .orderBy(asc(credits.awayFrom));
}
