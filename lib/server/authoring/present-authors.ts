import { type DraftRef, listPresentAuthors, markDraftSeen } from '#db/lesson-drafts.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { ok, type Result } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { Author } from './lesson-place.ts';

/** Whoever was seen within this time is in the lesson. */
export const presenceMs = 60_000;

/** The names of other authors who have drafts of the lesson and are in it now. */
export async function presentAuthors(world: World, ref: DraftRef): Promise<string[]> {
  const since = new Date(world.now().getTime() - presenceMs);
  return (await listPresentAuthors(world.database.db, { ...ref, since })).map(({ name }) => name);
}

/** Notes that the author still has the lesson open, and returns who else has. */
export async function stayInLesson(
  world: World,
  user: Author,
  { track, lesson }: LessonRef,
): Promise<Result<readonly string[], never>> {
  const ref = { userId: user.id, track, lesson };
  await markDraftSeen(world.database.db, { ...ref, seenAt: world.now() });
  return ok(await presentAuthors(world, ref));
}
