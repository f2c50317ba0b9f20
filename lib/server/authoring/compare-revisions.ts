import { z } from 'zod';
import { findLessonDraft } from '#db/lesson-drafts.ts';
import type { FileDiff } from '#lib/lesson/authoring.ts';
import { LessonName, type LessonRef, TrackName } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { compareFiles } from './compare-files.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { revisionFiles } from './revision-files.ts';

const number = one(z.coerce.number().int().min(0));
export const CompareForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  from: number,
  to: number,
});

/** What differs between two revisions of a lesson; 0 stands for the files on disk. */
export async function compareRevisions(
  world: AuthoringWorld,
  user: Author,
  { from, to, ...ref }: z.infer<typeof CompareForm>,
): Promise<Result<readonly FileDiff[], 'not-found'>> {
  if (!(await findLessonPlace(world, user, ref))) return refuse('not-found');
  const [before, after] = [await revisionFiles(world, ref, from), await revisionFiles(world, ref, to)];
  return before && after ? ok(compareFiles(before, after)) : refuse('not-found');
}

/** What the author's draft changes of the published files. */
export async function compareDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson }: LessonRef,
): Promise<Result<readonly FileDiff[], 'not-found' | 'no-draft'>> {
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  const draft = await findLessonDraft(world.database.db, { userId: user.id, track, lesson });
  return draft ? ok(compareFiles(place.files, draft.files)) : refuse('no-draft');
}
