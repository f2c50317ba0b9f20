import { findLessonDraft, markDraftSeen } from '#db/lesson-drafts.ts';
import type { DraftView } from '#lib/lesson/authoring.ts';
import { changedNames, type LessonRef } from '#lib/lesson/lesson-files.ts';
import { newLessonFiles } from '#lib/lesson/new-lesson.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { presentAuthors } from './present-authors.ts';

/** The author's draft of a lesson; without one the published files, and for a new lesson those it begins with. */
export async function openDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson }: LessonRef,
): Promise<Result<DraftView, 'not-found'>> {
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  const ref = { userId: user.id, track, lesson };
  const { db } = world.database;
  const draft = await findLessonDraft(db, ref);
  if (draft) await markDraftSeen(db, { ...ref, seenAt: world.now() });
  const isNew = Object.keys(place.files).length === 0;
  const day = world.now().toISOString().slice(0, 10);
  const isBehind = draft !== undefined && changedNames(draft.base, place.files).length > 0;
  return ok({
    ...{ track, lesson, may: place.may, mode: world.content.mode },
    files: draft?.files ?? (isNew ? newLessonFiles({ track, lesson }, day) : place.files),
    base: draft?.base ?? place.files,
    baseNumber: draft?.baseNumber ?? place.number,
    saves: draft?.saves ?? 0,
    updatedAt: draft?.updatedAt ?? null,
    newer: isBehind ? { number: place.number, files: place.files } : null,
    others: await presentAuthors(world, ref),
  });
}
