import { z } from 'zod';
import { LessonName, TrackName } from '#lib/lesson/lesson-files.ts';
import { type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { Reason } from './publish-draft.ts';
import { type Published, type PublishRefusal, publishFiles } from './publish-files.ts';
import { revisionFiles } from './revision-files.ts';

export const RestoreForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  /** 0 for the files on disk. */
  number: one(z.coerce.number().int().min(0)),
  reason: one(Reason),
});

/** Publishes the files of an earlier revision as a new one. */
export async function restoreRevision(
  world: AuthoringWorld,
  user: Author,
  { track, lesson, number, reason }: z.infer<typeof RestoreForm>,
): Promise<Result<Published, PublishRefusal | 'not-found' | 'not-yours'>> {
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  if (place.may !== 'publish') return refuse('not-yours');
  const files = await revisionFiles(world, { track, lesson }, number);
  if (!files || Object.keys(files).length === 0) return refuse('not-found');
  return publishFiles(world, { place, files, reason, author: user, checkedFor: user, restores: number });
}
