import { and, eq, max, sql } from 'drizzle-orm';
import type { ItemHistory } from '#lib/progress/attempt.ts';
import type { ReviewSubject } from '#lib/review/review-subject.ts';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { itemBeliefs, offsetBeliefs } from './schema/beliefs.ts';
import { itemStandings } from './schema/item-standings.ts';
import { responses } from './schema/responses.ts';
import { reviews } from './schema/reviews.ts';
import { servings, sittings } from './schema/sittings.ts';
import { users } from './schema/users.ts';

interface ItemRef {
  readonly userId: string;
  readonly lessonId: string;
  readonly itemId: string;
  readonly idempotencyKey: string;
}

const history = prepared(
  (
    queries,
    { userId, lessonId, itemId, idempotencyKey, subject, subjectId }: ItemRef & Partial<ReviewSubject>,
  ) => {
    const mostHints = queries
      .select({ most: max(servings.hintsOpened) })
      .from(servings)
      .innerJoin(sittings, eq(sittings.id, servings.sittingId))
      .where(and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), eq(servings.itemId, itemId)));
    const ofSubject =
      subject !== undefined && subjectId !== undefined
        ? and(eq(reviews.subject, subject), eq(reviews.subjectId, subjectId))
        : undefined;
    return queries
      .select({
        item: itemStandings,
        offset: offsetBeliefs,
        difficulty: itemBeliefs,
        review: reviews,
        repeat: { itemId: responses.itemId, answer: responses.answer },
        hintsOpened: sql<number | null>`(${mostHints})`,
      })
      .from(users)
      .leftJoin(itemStandings, and(eq(itemStandings.userId, users.id), eq(itemStandings.itemId, itemId)))
      .leftJoin(offsetBeliefs, and(eq(offsetBeliefs.userId, users.id), eq(offsetBeliefs.lessonId, lessonId)))
      .leftJoin(itemBeliefs, eq(itemBeliefs.itemId, itemId))
      .leftJoin(responses, and(eq(responses.userId, users.id), eq(responses.idempotencyKey, idempotencyKey)))
      .leftJoin(reviews, and(eq(reviews.userId, users.id), eq(reviews.lessonId, lessonId), ofSubject))
      .where(eq(users.id, userId));
  },
);

/**
 * Everything stored about one item and its learner that an answer depends on, in one statement. `subject` limits the
 * reviews to one subject; otherwise they are all of the lesson's. The caller holds the locks of the person and the lesson.
 */
export async function findItemHistory(
  db: Db,
  item: ItemRef,
  subject: ReviewSubject | null,
): Promise<Omit<ItemHistory, 'concept'>> {
  const ofSubject = subject ? { subject: subject.subject, subjectId: subject.subjectId } : {};
  const rows = await history(db, { ...item, ...ofSubject });
  const [first] = rows;
  return {
    item: first?.item ?? undefined,
    offset: first?.offset ?? undefined,
    difficulty: first?.difficulty ?? undefined,
    repeat: first?.repeat ?? undefined,
    hintsOpened: first?.hintsOpened ?? 0,
    reviews: rows.flatMap(({ review }) => review ?? []),
  };
}
