import { desc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { lateAnswers } from './schema/late-answers.ts';

export type LateAnswer = typeof lateAnswers.$inferSelect;

const insert = prepared((queries, late: LateAnswer) =>
  queries.insert(lateAnswers).values(late).onConflictDoNothing(),
);

/** Records a late answer once: a repeated request adds nothing. */
export async function recordLateAnswer(db: Db, late: LateAnswer): Promise<void> {
  await insert(db, late);
}

const newest = prepared((queries, { userId, limit }: { userId: string; limit: number }) =>
  queries
    .select()
    .from(lateAnswers)
    .where(eq(lateAnswers.userId, userId))
    .orderBy(desc(lateAnswers.receivedAt), desc(lateAnswers.idempotencyKey))
    .limit(limit),
);

/** A person's late answers, newest first. */
export async function listLateAnswers(db: Db, userId: string, limit: number): Promise<LateAnswer[]> {
  return newest(db, { userId, limit });
}
