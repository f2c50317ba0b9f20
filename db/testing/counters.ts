import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Tx } from '#db/client.ts';
import { integer, table, text } from '#db/columns.ts';

/** Two small tables for the tests of the client, which must not depend on what Surefoot stores today. */
export const counters = table('counters', { id: text('id').primaryKey(), used: integer('used').notNull() });
export const entries = table('entries', {
  id: text('id').primaryKey(),
  counterId: text('counter_id').notNull(),
});

/** Takes one of three tries, as a submitted response does: a guarded update, then the record of it. */
export async function take(tx: Tx, entryId: string): Promise<boolean> {
  const [taken] = await tx
    .update(counters)
    .set({ used: sql`${counters.used} + 1` })
    .where(and(eq(counters.id, 'tries'), lt(counters.used, 3)))
    .returning({ used: counters.used });
  if (taken) await tx.insert(entries).values({ id: entryId, counterId: 'tries' });
  return taken !== undefined;
}

/** So many takers at once; how many of them got one. */
export async function race(database: Database, takers: number): Promise<number> {
  const taken = await Promise.all(
    Array.from({ length: takers }, (_, n) => database.transaction((tx) => take(tx, `${process.pid}-${n}`))),
  );
  return taken.filter(Boolean).length;
}
