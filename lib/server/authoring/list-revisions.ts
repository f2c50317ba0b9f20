import { listRevisionHeads } from '#db/lesson-revisions.ts';
import type { RevisionView } from '#lib/lesson/authoring.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';

/** Who has published the lesson when and why, newest first. Revision 0, the files on disk, is not in the list. */
export async function listRevisions(
  world: AuthoringWorld,
  user: Author,
  ref: LessonRef,
): Promise<Result<readonly RevisionView[], 'not-found'>> {
  if (!(await findLessonPlace(world, user, ref))) return refuse('not-found');
  const heads = await listRevisionHeads(world.database.db, ref);
  return ok(
    heads.map(({ number, authorName, approverName, reason, publishedAt, restores, edits }) => ({
      ...{ number, authorName, approverName, reason, publishedAt, restores, edits },
    })),
  );
}
