import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Tx } from '#db/client.ts';
import { integer, table, text } from '#db/columns.ts';

/** Two small tables for tests of the client, so that they do not depend on the product's schema. */
export const counters = table('counters', { id: text('id').primaryKey(), used: integer('used').notNull() });
export const entries = table('entries', {
  id: text('id').primaryKey(),
  counterId: text('counter_id').notNull(),
});

/** Claims one of three attempts as a submitted response does: a guarded update, then an inserted row. */
export async function claim(tx: Tx, entryId: string): Promise<boolean> {
  const [claimed] = await tx
    .update(counters)
    .set({ used: sql`${counters.used} + 1` })
    .where(and(eq(counters.id, 'tries'), lt(counters.used, 3)))
    .returning({ used: counters.used });
  if (claimed) await tx.insert(entries).values({ id: entryId, counterId: 'tries' });
  return claimed !== undefined;
}

/** Runs this many claims at once; returns how many succeeded. */
export async function race(database: Database, claims: number): Promise<number> {
  const claimed = await Promise.all(
    Array.from({ length: claims }, (_, n) => database.transaction((tx) => claim(tx, `${process.pid}-${n}`))),
  );
  return claimed.filter(Boolean).length;
}
