import { and, asc, desc, eq, getTableColumns, max } from 'drizzle-orm';
import type { RegradedVerdict } from '#lib/progress/regrade/regraded-verdict.ts';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { verdicts } from './schema/verdicts.ts';

export type Verdict = typeof verdicts.$inferSelect;

export type VerdictWithoutReceipt = Omit<Verdict, 'receipt'>;

const insert = prepared((queries, verdict: Verdict) =>
  queries.insert(verdicts).values(verdict).onConflictDoNothing(),
);

export async function recordVerdict(db: Db, verdict: Verdict): Promise<void> {
  await insert(db, verdict);
}

const ofSitting = prepared((queries, { sittingId }: { sittingId: string }) =>
  queries.select().from(verdicts).where(eq(verdicts.sittingId, sittingId)),
);

export async function findVerdict(db: Db, sittingId: string): Promise<Verdict | undefined> {
  const [verdict] = await ofSitting(db, { sittingId });
  return verdict;
}

const { receipt: _receipt, ...withoutReceipt } = getTableColumns(verdicts);

const ofLesson = prepared((queries, { userId, lessonId }: Pick<Verdict, 'userId' | 'lessonId'>) =>
  queries
    .select(withoutReceipt)
    .from(verdicts)
    .where(and(eq(verdicts.userId, userId), eq(verdicts.lessonId, lessonId)))
    .orderBy(desc(verdicts.at)),
);

/** Newest first. */
export async function listVerdicts(
  db: Db,
  userId: string,
  lessonId: string,
): Promise<VerdictWithoutReceipt[]> {
  return ofLesson(db, { userId, lessonId });
}

const ofPeople = prepared((queries, { userIds }: { userIds: readonly string[] }) =>
  queries
    .select(withoutReceipt)
    .from(verdicts)
    .where(isOneOf(verdicts.userId, userIds))
    .orderBy(asc(verdicts.at)),
);

/** Oldest first, so that a map by lesson keeps the newest. */
export async function listVerdictsOf(db: Db, userIds: readonly string[]): Promise<VerdictWithoutReceipt[]> {
  if (userIds.length === 0) return [];
  return ofPeople(db, { userIds });
}

const receiptsOf = prepared((queries, { userIds, lessonIds }: PeopleInLessons) =>
  queries
    .select()
    .from(verdicts)
    .where(and(isOneOf(verdicts.userId, userIds), isOneOf(verdicts.lessonId, lessonIds)))
    .orderBy(asc(verdicts.at)),
);

interface PeopleInLessons {
  readonly userIds: readonly string[];
  readonly lessonIds: readonly string[];
}

/** The verdicts of these people in these lessons with their receipts, oldest first. */
export async function listReceipts(db: Db, people: PeopleInLessons): Promise<Verdict[]> {
  return receiptsOf(db, people);
}

const newestOf = prepared((queries, { userId }: { userId: string }) => {
  const newest = queries
    .select({ lessonId: verdicts.lessonId, at: max(verdicts.at).as('newest_at') })
    .from(verdicts)
    .where(eq(verdicts.userId, userId))
    .groupBy(verdicts.lessonId)
    .as('newest');
  return queries
    .select({
      lessonId: verdicts.lessonId,
      outcome: verdicts.outcome,
      receipt: verdicts.receipt,
      at: verdicts.at,
    })
    .from(verdicts)
    .innerJoin(newest, and(eq(newest.lessonId, verdicts.lessonId), eq(newest.at, verdicts.at)))
    .where(eq(verdicts.userId, userId));
});

/** A person's newest verdict of each lesson, with its receipt. */
export async function listNewestVerdicts(
  db: Db,
  userId: string,
): Promise<Pick<Verdict, 'lessonId' | 'outcome' | 'receipt' | 'at'>[]> {
  return newestOf(db, { userId });
}

/** Replaces what a verdict says, after an answer of its test was graded again. */
export async function replaceVerdict(
  tx: Tx,
  sittingId: string,
  { outcome, pStrong, low, high, more, right, receipt }: RegradedVerdict,
): Promise<void> {
  await tx
    .update(verdicts)
    .set({ outcome, pStrong, low, high, more, right, receipt })
    .where(eq(verdicts.sittingId, sittingId));
}
