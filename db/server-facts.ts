import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { serverFacts } from './schema/server-facts.ts';

const byName = prepared((queries, { name }: { name: string }) =>
  queries.select().from(serverFacts).where(eq(serverFacts.name, name)),
);

export async function findServerFact(db: Db, name: string): Promise<string | undefined> {
  const [fact] = await byName(db, { name });
  return fact?.value;
}

const store = prepared((queries, { name, value }: typeof serverFacts.$inferInsert) =>
  queries
    .insert(serverFacts)
    .values({ name, value })
    .onConflictDoUpdate({ target: serverFacts.name, set: { value } }),
);

export async function recordServerFact(db: Db, name: string, value: string): Promise<void> {
  await store(db, { name, value });
}

/** Replaces `expected` (undefined when there is no value) by `value`; false when another process changed it first. */
export async function replaceServerFact(
  db: Db,
  name: string,
  expected: string | undefined,
  value: string,
): Promise<boolean> {
  const stored =
    expected === undefined
      ? await db
          .insert(serverFacts)
          .values({ name, value })
          .onConflictDoNothing()
          .returning({ name: serverFacts.name })
      : await db
          .update(serverFacts)
          .set({ value })
          .where(and(eq(serverFacts.name, name), eq(serverFacts.value, expected)))
          .returning({ name: serverFacts.name });
  return stored.length > 0;
}
