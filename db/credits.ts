import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { credits } from './schema/sittings.ts';

export type CreditRow = typeof credits.$inferSelect;

const insert = prepared((queries, credit: CreditRow) =>
  queries.insert(credits).values(credit).onConflictDoNothing().returning({ itemId: credits.itemId }),
);

/** False when this outage was already credited to the item. */
export async function recordCredit(db: Db, credit: CreditRow): Promise<boolean> {
  return (await insert(db, credit)).length > 0;
}

const ofItem = prepared((queries, { sittingId, itemId }: Pick<CreditRow, 'sittingId' | 'itemId'>) =>
  queries
    .select()
    .from(credits)
    .where(and(eq(credits.sittingId, sittingId), eq(credits.itemId, itemId)))
    .orderBy(asc(credits.awayFrom)),
);

/** The time credited to one item of a sitting, oldest outage first. */
export async function listCredits(db: Db, sittingId: string, itemId: string): Promise<CreditRow[]> {
  return ofItem(db, { sittingId, itemId });
}
