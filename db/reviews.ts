import { and, asc, eq, lte } from 'drizzle-orm';
import type { Db } from './client.ts';
import { reviews } from './schema/reviews.ts';

export type Review = typeof reviews.$inferSelect;

export async function findReview(db: Db, userId: string, itemId: string): Promise<Review | undefined> {
  const [review] = await db
    .select()
    .from(reviews)
    .where(and(eq(reviews.userId, userId), eq(reviews.itemId, itemId)));
  return review;
}

export async function recordReview(db: Db, review: Review): Promise<void> {
  const { userId: _user, itemId: _item, ...rest } = review;
  await db
    .insert(reviews)
    .values(review)
    .onConflictDoUpdate({ target: [reviews.userId, reviews.itemId], set: rest });
}

/** What is due by then, longest overdue first. */
export async function listDueReviews(db: Db, userId: string, by: Date, limit = 100): Promise<Review[]> {
  return db
    .select()
    .from(reviews)
    .where(and(eq(reviews.userId, userId), lte(reviews.dueAt, by)))
    .orderBy(asc(reviews.dueAt))
    .limit(limit);
}

/** A person's reviews in a lesson, the next due first. */
export async function listLessonReviews(db: Db, userId: string, lessonId: string): Promise<Review[]> {
  return db
    .select()
    .from(reviews)
    .where(and(eq(reviews.userId, userId), eq(reviews.lessonId, lessonId)))
    .orderBy(asc(reviews.dueAt));
}
