import { z } from 'zod';
import { findLessonDraft, removeLessonDraft, replaceLessonDraft } from '#db/lesson-drafts.ts';
import { changedNames, LessonName, TrackName } from '#lib/lesson/lesson-files.ts';
import { type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { type Published, type PublishRefusal, publishFiles } from './publish-files.ts';

export const longestReason = 500;
export const Reason = z
  .string()
  .trim()
  .min(1, 'Say in a sentence why.')
  .max(longestReason, `Shorten it to ${longestReason} characters.`);

export const PublishDraftForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  /** The saves that the author has seen. */
  saves: one(z.coerce.number().int().min(1)),
  reason: one(Reason),
});

/** Publishes the author's draft and removes it. Refused when somebody has published the lesson since the draft began. */
export async function publishDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson, saves, reason }: z.infer<typeof PublishDraftForm>,
): Promise<Result<Published, PublishRefusal | 'not-found' | 'not-yours' | 'no-draft'>> {
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  if (place.may !== 'publish') return refuse('not-yours');
  const ref = { userId: user.id, track, lesson };
  const draft = await findLessonDraft(world.database.db, ref);
  if (!draft) return refuse('no-draft');
  if (draft.saves !== saves || changedNames(draft.base, place.files).length > 0) return refuse('behind');
  return publishFiles(world, {
    ...{ place, reason, files: draft.files, author: user, checkedFor: user },
    alongside: async (tx) => {
      const now = await findLessonDraft(tx, ref);
      if (!now) return;
      if (now.saves === saves) await removeLessonDraft(tx, ref);
      // What was typed while it was published stays a draft.
      else
        await replaceLessonDraft(
          tx,
          { ...now, base: draft.files, baseNumber: place.number + 1, saves: now.saves + 1 },
          now.saves,
        );
    },
  });
}
