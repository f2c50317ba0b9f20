import type { Db } from '#db/client.ts';
import { listRegradesFor } from '#db/regrades.ts';
import { listClosings } from '#db/sittings.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { type RegradeNote, regradeNotes } from '#lib/progress/regrade/regrade-note.ts';

/** How long a learner is told of an answer that was graded again. */
const shownForMs = 14 * 24 * 60 * 60_000;

export type ShownRegrade = Pick<RegradeNote, 'id' | 'now' | 'points' | 'isUndo' | 'reason' | 'at'> & {
  readonly lesson: PageLink;
  readonly activity: string;
};

/** A person's answers that were graded again in the last two weeks; not those of a challenge or test that goes on. */
export async function recentRegrades(
  db: Db,
  library: Library,
  userId: string,
  now: Date,
): Promise<ShownRegrade[]> {
  const rows = await listRegradesFor(db, userId, new Date(now.getTime() - shownForMs));
  if (rows.length === 0) return [];
  const closings = await listClosings(db, userId, ['challenge', 'test']);
  const open = new Set(closings.flatMap(({ id, closedAt }) => (closedAt ? [] : [id])));
  const notes = regradeNotes(rows.filter(({ sittingId }) => !open.has(sittingId)));
  return notes.flatMap(({ lessonId, activity, ...note }) => {
    const lesson = library.lessonById(lessonId);
    const kind = activityKind(activity);
    if (!lesson) return [];
    const link = { title: lesson.title, href: lessonPath(lesson, kind?.slug) };
    return [{ ...note, lesson: link, activity: kind?.title ?? '' }];
  });
}
