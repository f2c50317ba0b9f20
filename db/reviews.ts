import { and, asc, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import type { ReviewSubject } from '#lib/review/review-subject.ts';
import type { Db } from './client.ts';
import type { Queries } from './columns.ts';
import { insertBatches } from './insert-batches.ts';
import { prepared } from './prepared.ts';
import { reviews } from './schema/reviews.ts';
import { preparedWrite, writeTogether } from './write-together.ts';

export type Review = typeof reviews.$inferSelect;

const one = prepared(
  (queries, { userId, lessonId, subject, subjectId }: ReviewSubject & Pick<Review, 'userId'>) =>
    queries
      .select()
      .from(reviews)
      .where(
        and(
          eq(reviews.userId, userId),
          eq(reviews.lessonId, lessonId),
          eq(reviews.subject, subject),
          eq(reviews.subjectId, subjectId),
        ),
      ),
);

export async function findReview(
  db: Db,
  userId: string,
  { lessonId, subject, subjectId }: ReviewSubject,
): Promise<Review | undefined> {
  const [review] = await one(db, { userId, lessonId, subject, subjectId });
  return review;
}

const inserted = (column: { readonly name: string }) => sql`excluded.${sql.identifier(column.name)}`;

function store(queries: Queries, rows: readonly Review[]) {
  const {
    userId: _user,
    lessonId: _lesson,
    subject: _subject,
    subjectId: _id,
    ...rest
  } = getTableColumns(reviews);
  return queries
    .insert(reviews)
    .values([...rows])
    .onConflictDoUpdate({
      target: [reviews.userId, reviews.lessonId, reviews.subject, reviews.subjectId],
      set: Object.fromEntries(Object.entries(rest).map(([name, column]) => [name, inserted(column)])),
    });
}

export const reviewWrite = preparedWrite((queries, row: Review) => store(queries, [row]));

/** Stores schedules after an answer or the end of a sitting. The caller holds the lock of the person's row. */
export async function recordReviews(db: Db, rows: readonly Review[]): Promise<void> {
  const [first, ...others] = rows;
  if (!first) return;
  await (others.length === 0 ? writeTogether(db, [reviewWrite(first)]) : store(db, rows));
}

const dueUntil = prepared((queries, { userId, day }: { userId: string; day: string }) =>
  queries
    .select()
    .from(reviews)
    .where(and(eq(reviews.userId, userId), lte(reviews.dueDay, day)))
    .orderBy(asc(reviews.dueDay), asc(reviews.lessonId), asc(reviews.subject), asc(reviews.subjectId)),
);

/** A person's schedules that are due on or before a day, the earliest first. */
export async function listReviewsUntil(db: Db, userId: string, day: string): Promise<Review[]> {
  return dueUntil(db, { userId, day });
}

const allOf = prepared((queries, { userId }: { userId: string }) =>
  queries
    .select()
    .from(reviews)
    .where(eq(reviews.userId, userId))
    .orderBy(asc(reviews.lessonId), asc(reviews.subject), asc(reviews.subjectId)),
);

/** All schedules of a person, in a fixed order. */
export async function listReviews(db: Db, userId: string): Promise<Review[]> {
  return allOf(db, { userId });
}

/** Replaces all schedules of a person; for a recount. The caller holds the lock of the person's row. */
export async function replaceReviews(db: Db, userId: string, rows: readonly Review[]): Promise<void> {
  await db.delete(reviews).where(eq(reviews.userId, userId));
  for (const part of insertBatches(rows)) await db.insert(reviews).values(part);
}
