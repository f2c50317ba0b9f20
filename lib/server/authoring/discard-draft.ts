import { removeLessonDraft } from '#db/lesson-drafts.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { Author } from './lesson-place.ts';

/** Removes the author's draft: the lesson is for them as it is published. */
export async function discardDraft(
  world: World,
  user: Author,
  { track, lesson }: LessonRef,
): Promise<Result<null, 'no-draft'>> {
  const removed = await removeLessonDraft(world.database.db, { userId: user.id, track, lesson });
  return removed ? ok(null) : refuse('no-draft');
}
