import { and, eq, gt, gte, lte, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { lockRows } from './columns.ts';
import { prepared } from './prepared.ts';
import { signInFailures } from './schema/sign-in-failures.ts';

const insertEmpty = prepared((queries, { subject, now }: { subject: string; now: Date }) =>
  queries
    .insert(signInFailures)
    .values({ subject, failures: 0, windowStart: now })
    .onConflictDoNothing({ target: signInFailures.subject }),
);

const lock = prepared((queries, { subject }: { subject: string }) =>
  lockRows(queries.select().from(signInFailures).where(eq(signInFailures.subject, subject))),
);

/** The failures of a counter and the time of the last one. The counter stays locked until the end of the transaction. */
export async function lockFailures(
  tx: Db,
  subject: string,
  now: Date,
): Promise<{ readonly failures: number; readonly lastAt: Date }> {
  await insertEmpty(tx, { subject, now });
  const [row] = await lock(tx, { subject });
  return { failures: row?.failures ?? 0, lastAt: row?.windowStart ?? now };
}

const addAt = prepared((queries, { subject, now }: { subject: string; now: Date }) =>
  queries
    .update(signInFailures)
    .set({ failures: sql`${signInFailures.failures} + 1`, windowStart: now })
    .where(eq(signInFailures.subject, subject)),
);

/** Adds one failure to a locked counter, whose window starts again. */
export async function addFailure(tx: Db, subject: string, now: Date): Promise<void> {
  await addAt(tx, { subject, now });
}

const read = prepared((queries, { subject }: { subject: string }) =>
  queries
    .select({ failures: signInFailures.failures })
    .from(signInFailures)
    .where(eq(signInFailures.subject, subject)),
);

export async function countFailures(db: Db, subject: string): Promise<number> {
  const [row] = await read(db, { subject });
  return row?.failures ?? 0;
}

const listFrom = prepared((queries, { least, since }: { least: number; since: Date }) =>
  queries
    .select({ subject: signInFailures.subject, failures: signInFailures.failures })
    .from(signInFailures)
    .where(and(gte(signInFailures.failures, least), gt(signInFailures.windowStart, since))),
);

/** The counters with at least `least` failures whose window started after `since`. */
export async function listFailures(
  db: Db,
  least: number,
  since: Date,
): Promise<readonly { readonly subject: string; readonly failures: number }[]> {
  return listFrom(db, { least, since });
}

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
