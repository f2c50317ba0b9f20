import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { subjectMapKey, subjectOf } from '#lib/review/review-subject.ts';

/** What the questions of a round are about, and which of these subjects have a review ahead. */
export interface UpcomingReviews {
  /** The concept or card behind each question, under a unique name. */
  readonly about: Readonly<Record<string, string>>;
  /** Concepts and cards with a review ahead, under the same names. */
  readonly ids: readonly string[];
  /** In how long the first review is due; null when there is none. */
  readonly next: string | null;
}

export async function upcomingReviews(
  db: Db,
  library: Library,
  {
    userId,
    lessonId,
    itemIds,
    today,
  }: {
    readonly userId: string;
    readonly lessonId: Lesson['id'];
    readonly itemIds: readonly string[];
    readonly today: string;
  },
): Promise<UpcomingReviews> {
  const about = Object.fromEntries(
    itemIds.flatMap((id) => {
      const item = library.item(id)?.item;
      const subject = item && subjectOf(item, lessonId);
      return subject ? [[id, subjectMapKey(subject)]] : [];
    }),
  );
  const asked = new Set(Object.values(about));
  const rows = (await listReviews(db, userId)).filter((row) => asked.has(subjectMapKey(row)));
  const [first] = rows.map(({ dueDay }) => dueDay).toSorted();
  return { about, ids: rows.map(subjectMapKey), next: first ? dueInWords(first, today) : null };
}
