import type { Db, Tx } from '#db/client.ts';
import { listLedger } from '#db/responses.ts';
import { type Review, replaceReviews } from '#db/reviews.ts';
import { listClosings } from '#db/sittings.ts';
import type { Library } from '#lib/lesson/library.ts';
import { byGradingOrder, type KnownEntry, recountReviews } from '#lib/review/recount-reviews.ts';

/** A person's schedules as the ledger says they are, in the order of `listReviews`. */
export async function countedReviews(db: Db, userId: string, library: Library): Promise<Review[]> {
  const counted = recountReviews(await knownEntries(db, userId, library), (id) => library.item(id));
  return counted.map((row) => ({ userId, ...row })).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Puts a person's schedules right by the ledger. The person's row must be locked. */
export async function rebuildReviews(tx: Tx, userId: string, library: Library): Promise<void> {
  await replaceReviews(tx, userId, await countedReviews(tx, userId, library));
}

const order = ({ lessonId, subject, subjectId }: Review): string =>
  [lessonId, subject, subjectId].join('\u0000');

/** What was answered in a sitting without feedback is known from its end on, and before that not at all. */
async function knownEntries(db: Db, userId: string, library: Library): Promise<KnownEntry[]> {
  const closings = new Map(
    (await listClosings(db, userId, ['test', 'challenge'])).map(({ id, closedAt }) => [id, closedAt]),
  );
  const tellsAtEnd = (lessonId: string, activity: string) =>
    activity === 'test' ||
    library.lessonById(lessonId)?.activities.find(({ slug }) => slug === activity)?.delivery.feedback ===
      'at-end';
  let graded = new Date(0);
  return (await listLedger(db, [userId])).toSorted(byGradingOrder).flatMap((entry) => {
    if (tellsAtEnd(entry.lessonId, entry.activity)) {
      const knownAt = closings.get(entry.sittingId);
      return knownAt ? [{ entry, knownAt }] : [];
    }
    // When it was graded is not stored; not before what was graded before it.
    graded = entry.receivedAt > graded ? entry.receivedAt : graded;
    return [{ entry, knownAt: graded }];
  });
}
