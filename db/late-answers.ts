import { desc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { lateAnswers } from './schema/late-answers.ts';

export type LateAnswer = typeof lateAnswers.$inferSelect;

/** Records a late answer once: a repeated request adds nothing. */
export async function recordLateAnswer(db: Db, late: LateAnswer): Promise<void> {
  await db.insert(lateAnswers).values(late).onConflictDoNothing();
}

/** A person's late answers, newest first. */
export async function listLateAnswers(db: Db, userId: string, limit: number): Promise<LateAnswer[]> {
  return db
    .select()
    .from(lateAnswers)
    .where(eq(lateAnswers.userId, userId))
    .orderBy(desc(lateAnswers.receivedAt), desc(lateAnswers.idempotencyKey))
    .limit(limit);
}
