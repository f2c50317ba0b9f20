import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Db } from './client.ts';
import { verdicts } from './schema/verdicts.ts';

export type Verdict = typeof verdicts.$inferSelect;

export type VerdictWithoutReceipt = Omit<Verdict, 'receipt'>;

export async function recordVerdict(db: Db, verdict: Verdict): Promise<void> {
  await db.insert(verdicts).values(verdict).onConflictDoNothing();
}

export async function findVerdict(db: Db, sittingId: string): Promise<Verdict | undefined> {
  const [verdict] = await db.select().from(verdicts).where(eq(verdicts.sittingId, sittingId));
  return verdict;
}

const { receipt: _receipt, ...withoutReceipt } = getTableColumns(verdicts);

/** Newest first. */
export async function listVerdicts(
  db: Db,
  userId: string,
  lessonId: string,
): Promise<VerdictWithoutReceipt[]> {
  return db
    .select(withoutReceipt)
    .from(verdicts)
    .where(and(eq(verdicts.userId, userId), eq(verdicts.lessonId, lessonId)))
    .orderBy(desc(verdicts.at));
}

/** Oldest first, so that a map by lesson keeps the newest. */
export async function listVerdictsOf(db: Db, userIds: readonly string[]): Promise<VerdictWithoutReceipt[]> {
  if (userIds.length === 0) return [];
  return db
    .select(withoutReceipt)
    .from(verdicts)
    .where(inArray(verdicts.userId, [...userIds]))
    .orderBy(asc(verdicts.at));
}

/** The receipts of these sittings' verdicts. */
export async function listReceipts(
  db: Db,
  sittingIds: readonly string[],
): Promise<Pick<Verdict, 'sittingId' | 'receipt'>[]> {
  if (sittingIds.length === 0) return [];
  return db
    .select({ sittingId: verdicts.sittingId, receipt: verdicts.receipt })
    .from(verdicts)
    .where(inArray(verdicts.sittingId, [...sittingIds]));
}
