import { z } from 'zod';
import { findLessonDraft, replaceLessonDraft } from '#db/lesson-drafts.ts';
import type { DraftView } from '#lib/lesson/authoring.ts';
import { LessonName, TrackName } from '#lib/lesson/lesson-files.ts';
import { mergeFiles } from '#lib/lesson/merge-files.ts';
import { type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { openDraft } from './open-draft.ts';

export const RebaseDraftForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  saves: one(z.coerce.number().int().min(1)),
  /** The revision that the author was shown beside the draft. */
  number: one(z.coerce.number().int().min(0)),
});

/**
 * Lets a draft stand on what was published since it began, once its author has seen both texts. Files that only one of
 * them has changed are merged; where both have, the author's stays.
 */
export async function rebaseDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson, saves, number }: z.infer<typeof RebaseDraftForm>,
): Promise<Result<DraftView, 'not-found' | 'no-draft' | 'behind'>> {
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  const { db } = world.database;
  const draft = await findLessonDraft(db, { userId: user.id, track, lesson });
  if (!draft) return refuse('no-draft');
  if (draft.saves !== saves || place.number !== number) return refuse('behind');
  const { files } = mergeFiles(draft.base, draft.files, place.files);
  const now = world.now();
  const rebased = { ...draft, files, base: place.files, baseNumber: number, updatedAt: now, seenAt: now };
  if (!(await replaceLessonDraft(db, { ...rebased, saves: saves + 1 }, saves))) return refuse('behind');
  return openDraft(world, user, { track, lesson });
}
