import type { Db } from '#db/client.ts';
import { listAnswersTo } from '#db/responses.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type AnsweredLesson, answeredLesson } from '#lib/lesson/suggestions/answered-lesson.ts';

/** The lessons that a school has answered, with the answers to their present items. Reads the whole ledger. */
export async function answeredLessons(
  db: Db,
  library: Library,
  lessons: readonly Lesson[],
): Promise<{ readonly lesson: Lesson; readonly answered: AnsweredLesson }[]> {
  const found = lessons.map((lesson) => ({
    lesson,
    items: [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool].flatMap(
      ({ id }) => library.item(id) ?? [],
    ),
  }));
  const ids = found.flatMap(({ items }) => items.map(({ item }) => item.id));
  const byItem = groupBy(ids.length === 0 ? [] : await listAnswersTo(db, ids), ({ itemId }) => itemId);
  return found.flatMap(({ lesson, items }) => {
    const answers = items.flatMap(({ item }) => byItem.get(item.id) ?? []);
    const answered = answeredLesson(items, answers);
    return answered.items.length > 0 ? [{ lesson, answered }] : [];
  });
}
