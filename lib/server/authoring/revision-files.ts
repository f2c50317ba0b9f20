import { findRevision } from '#db/lesson-revisions.ts';
import type { LessonFiles, LessonRef } from '#lib/lesson/lesson-files.ts';
import { filesIn } from '#lib/server/content/overlay.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';

/** The files of a revision; 0 for those on disk, empty if there are none. */
export async function revisionFiles(
  { database, content }: AuthoringWorld,
  ref: LessonRef,
  number: number,
): Promise<LessonFiles | undefined> {
  if (number === 0) return filesIn(await content.deployed(), ref) ?? {};
  return (await findRevision(database.db, ref, number))?.files;
}
