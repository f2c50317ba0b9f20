import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { signInFailures } from './schema/sign-in-failures.ts';

/** Adds one and yields the new count, in one statement, so that parallel tries cannot share a number. */
export async function recordFailure(db: Db, key: string, now: Date): Promise<number> {
  const [row] = await db
    .insert(signInFailures)
    .values({ key, failures: 1, windowStart: now })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { failures: sql`${signInFailures.failures} + 1` },
    })
    .returning({ failures: signInFailures.failures });
  return row?.failures ?? 1;
}

/** Takes one back: the try turned out to be right. */
export async function forgiveFailure(db: Db, key: string): Promise<void> {
  await db
    .update(signInFailures)
    .set({ failures: sql`${signInFailures.failures} - 1` })
    .where(and(eq(signInFailures.key, key), gt(signInFailures.failures, 0)));
}

export async function clearFailures(db: Db, key: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.key, key));
}

/** Windows opened at or before `before` are over. */
export async function forgetFailures(db: Db, before: Date): Promise<void> {
  await db.delete(signInFailures).where(lte(signInFailures.windowStart, before));
}
