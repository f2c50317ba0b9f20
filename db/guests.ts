import { and, asc, count, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { isOneOf, lockRows } from './columns.ts';
import { prepared } from './prepared.ts';
import { users } from './schema/users.ts';
import type { User } from './users.ts';

// The index of guests serves only queries that name the role as it does.
const isGuest = sql`role = 'guest'`;

/** The number of guests, and of those that were created after `since`. */
export async function countGuests(
  db: Db,
  since: Date,
): Promise<{ readonly all: number; readonly lastHour: number }> {
  const [all] = await db.select({ n: count() }).from(users).where(isGuest);
  const [recent] = await db
    .select({ n: count() })
    .from(users)
    .where(and(isGuest, gt(users.createdAt, since)));
  return { all: all?.n ?? 0, lastHour: recent?.n ?? 0 };
}

const remove = prepared((queries, { id }: { id: string }) =>
  queries.delete(users).where(and(eq(users.id, id), isGuest)),
);

/** Deletes a guest with everything answered; other people stay. */
export async function removeGuest(db: Db, id: string): Promise<void> {
  await remove(db, { id });
}

/**
 * Deletes at most `limit` guests, oldest first, with everything they have answered: those created until `until`, and those
 * without an answer created until `emptyUntil`. Returns how many.
 */
export async function removeOldGuests(
  db: Db,
  { until, emptyUntil, limit }: { readonly until: Date; readonly emptyUntil: Date; readonly limit: number },
): Promise<number> {
  const isOld = or(
    lte(users.createdAt, until),
    and(lte(users.createdAt, emptyUntil), eq(users.ledgerClock, 0)),
  );
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isGuest, isOld))
    .orderBy(asc(users.createdAt))
    .limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.delete(users).where(and(isOneOf(users.id, ids), isGuest));
  return ids.length;
}

const lock = prepared((queries, { id }: { id: string }) =>
  lockRows(
    queries
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, id), isGuest)),
  ),
);

/** Locks a guest's row for the rest of the transaction; false when this is no guest, or none any more. */
export async function lockGuest(tx: Tx, id: string): Promise<boolean> {
  return (await lock(tx, { id })).length > 0;
}

/**
 * Turns a locked guest into a newly stored account, whose row it replaces: everything answered stays where it is, and no
 * row of the ledger changes.
 */
export async function becomeAccount(tx: Tx, guestId: string, account: User): Promise<User> {
  const { userName, email, displayName, passwordHash, role, timeZone, sessionsValidFrom, createdAt } =
    account;
  await tx.delete(users).where(eq(users.id, account.id));
  const [user] = await tx
    .update(users)
    .set({ userName, email, displayName, passwordHash, role, timeZone, sessionsValidFrom, createdAt })
    .where(and(eq(users.id, guestId), isGuest))
    .returning();
  if (!user) throw new Error('The guest was locked and is gone');
  return user;
}
