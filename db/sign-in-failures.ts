import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { signInFailures } from './schema/sign-in-failures.ts';

const insert = prepared((queries, { subject, now }: { subject: string; now: Date }) =>
  queries
    .insert(signInFailures)
    .values({ subject, failures: 1, windowStart: now })
    .onConflictDoUpdate({
      target: signInFailures.subject,
      set: { failures: sql`${signInFailures.failures} + 1` },
    })
    .returning({ failures: signInFailures.failures }),
);

/** Adds one failure and returns the new count, in one statement, so that parallel attempts get different numbers. */
export async function recordFailure(db: Db, subject: string, now: Date): Promise<number> {
  const [row] = await insert(db, { subject, now });
  return row?.failures ?? 1;
}

const subtract = prepared((queries, { subject }: { subject: string }) =>
  queries
    .update(signInFailures)
    .set({ failures: sql`${signInFailures.failures} - 1` })
    .where(and(eq(signInFailures.subject, subject), gt(signInFailures.failures, 0))),
);

/** Removes one failure, when the attempt that it was counted for succeeded. */
export async function forgiveFailure(db: Db, subject: string): Promise<void> {
  await subtract(db, { subject });
}

const remove = prepared((queries, { subject }: { subject: string }) =>
  queries.delete(signInFailures).where(eq(signInFailures.subject, subject)),
);

export async function clearFailures(db: Db, subject: string): Promise<void> {
  await remove(db, { subject });
}

const removeUntil = prepared((queries, { before }: { before: Date }) =>
  queries.delete(signInFailures).where(lte(signInFailures.windowStart, before)),
);

/** Deletes the windows that started at or before `before`. */
export async function forgetFailures(db: Db, before: Date): Promise<void> {
  await removeUntil(db, { before });
}
