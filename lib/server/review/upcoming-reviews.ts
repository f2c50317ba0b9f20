import type { Db } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { subjectMapKey, subjectOf } from '#lib/review/review-subject.ts';

/** The subjects of a round's questions, and which of them have a scheduled review. */
export interface UpcomingReviews {
  /** The id of the concept or card of each question, by item id. */
  readonly about: Readonly<Record<string, string>>;
  /** The ids of the concepts and cards with a scheduled review. */
  readonly ids: readonly string[];
  /** In how long the first review is due, such as "tomorrow"; null when there is none. */
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
  const subjects = new Set(Object.values(about));
  const rows = (await listReviews(db, userId)).filter((row) => subjects.has(subjectMapKey(row)));
  const [first] = rows.map(({ dueDay }) => dueDay).toSorted();
  return { about, ids: rows.map(subjectMapKey), next: first ? dueInWords(first, today) : null };
}
