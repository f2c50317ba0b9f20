import { and, count, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { identities } from './schema/identities.ts';

export type Identity = typeof identities.$inferSelect;

const one = prepared((queries, { provider, subject }: Pick<Identity, 'provider' | 'subject'>) =>
  queries
    .select()
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject))),
);

export async function findIdentity(db: Db, provider: string, subject: string): Promise<Identity | undefined> {
  const [identity] = await one(db, { provider, subject });
  return identity;
}

/** False when this subject is already linked, possibly by a concurrent request. */
export async function insertIdentity(db: Db, identity: Identity): Promise<boolean> {
  const stored = await db
    .insert(identities)
    .values(identity)
    .onConflictDoNothing()
    .returning({ userId: identities.userId });
  return stored.length > 0;
}

export async function countIdentitiesOf(db: Db, userId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(identities).where(eq(identities.userId, userId));
  return row?.n ?? 0;
}
