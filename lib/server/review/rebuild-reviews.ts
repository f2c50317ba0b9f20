import type { Db, Tx } from '#db/client.ts';
import { listLedger } from '#db/responses.ts';
import { type Review, replaceReviews } from '#db/reviews.ts';
import { listClosings } from '#db/sittings.ts';
import type { Library } from '#lib/lesson/library.ts';
import { byGradingOrder, type KnownEntry, recountReviews } from '#lib/review/recount-reviews.ts';

/** A user's review schedules, recounted from the ledger, in the order of `listReviews`. */
export async function countedReviews(db: Db, userId: string, library: Library): Promise<Review[]> {
  const counted = recountReviews(await knownEntries(db, userId, library), (id) => library.item(id));
  return counted.map((row) => ({ userId, ...row })).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Replaces a user's review schedules with those recounted from the ledger. The user's row must be locked. */
export async function rebuildReviews(tx: Tx, userId: string, library: Library): Promise<void> {
  await replaceReviews(tx, userId, await countedReviews(tx, userId, library));
}

const order = ({ lessonId, subject, subjectId }: Review): string =>
  [lessonId, subject, subjectId].join('\u0000');

/** The ledger entries whose result the user knows. A sitting with feedback at its end reveals its results only when closed. */
async function knownEntries(db: Db, userId: string, library: Library): Promise<KnownEntry[]> {
  const closings = new Map(
    (await listClosings(db, userId, ['test', 'challenge'])).map(({ id, closedAt }) => [id, closedAt]),
  );
  const hasFeedbackAtEnd = (lessonId: string, activity: string) =>
    activity === 'test' ||
    library.lessonById(lessonId)?.activities.find(({ slug }) => slug === activity)?.delivery.feedback ===
      'at-end';
  let gradedAt = new Date(0);
  return (await listLedger(db, [userId])).toSorted(byGradingOrder).flatMap((entry) => {
    if (hasFeedbackAtEnd(entry.lessonId, entry.activity)) {
      const knownAt = closings.get(entry.sittingId);
      return knownAt ? [{ entry, knownAt }] : [];
    }
    // The time of grading is not stored; it is at least that of the entry graded before.
    gradedAt = entry.receivedAt > gradedAt ? entry.receivedAt : gradedAt;
    return [{ entry, knownAt: gradedAt }];
  });
}
