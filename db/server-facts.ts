import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { serverFacts } from './schema/server-facts.ts';

export async function findServerFact(db: Db, name: string): Promise<string | undefined> {
  const [fact] = await db.select().from(serverFacts).where(eq(serverFacts.name, name));
  return fact?.value;
}

export async function recordServerFact(db: Db, name: string, value: string): Promise<void> {
  await db
    .insert(serverFacts)
    .values({ name, value })
    .onConflictDoUpdate({ target: serverFacts.name, set: { value } });
}
