import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { credits } from './schema/sittings.ts';

export type CreditRow = typeof credits.$inferSelect;

/** True when it is new: one absence is credited once. */
export async function recordCredit(db: Db, credit: CreditRow): Promise<boolean> {
  const stored = await db
    .insert(credits)
    .values(credit)
    .onConflictDoNothing()
    .returning({ itemId: credits.itemId });
  return stored.length > 0;
}

/** What was given back to one item of a sitting, oldest first. */
export async function listCredits(db: Db, sittingId: string, itemId: string): Promise<CreditRow[]> {
  return db
    .select()
    .from(credits)
    .where(and(eq(credits.sittingId, sittingId), eq(credits.itemId, itemId)))
    .orderBy(asc(credits.awayFrom));
}
