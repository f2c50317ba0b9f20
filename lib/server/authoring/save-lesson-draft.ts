import { z } from 'zod';
import {
  findLessonDraft,
  insertLessonDraft,
  type LessonDraft,
  replaceLessonDraft,
} from '#db/lesson-drafts.ts';
import { findRevision } from '#db/lesson-revisions.ts';
import type { DraftSave } from '#lib/lesson/authoring.ts';
import {
  changedNames,
  filesFault,
  isLessonFileName,
  type LessonFiles,
  LessonName,
  TrackName,
  trackFile,
  trackPage,
} from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { filesIn } from '#lib/server/content/overlay.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace, type LessonPlace } from './lesson-place.ts';
import { presentAuthors } from './present-authors.ts';

export const SaveDraftForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  /** The number of saves that the page knows of; 0 before the first. */
  saves: one(z.coerce.number().int().min(0)),
  /** The revision that the page began with. */
  base: one(z.coerce.number().int().min(0)),
  /** The file, by its path in the lesson's folder. */
  name: one(z.string().max(100)),
  /** Its text, or in base64 its bytes; left out to remove it. */
  text: one(z.string().optional()),
});
export type SaveDraftForm = z.infer<typeof SaveDraftForm>;

type Refusal = 'not-found' | 'file-name' | 'too-many-files' | 'too-long';

/**
 * Saves one file of a draft; the first save begins the draft. When it was saved elsewhere since the page knew of it, both
 * texts are returned and nothing is written, so that no text is lost in silence.
 */
export async function saveLessonDraft(
  world: AuthoringWorld,
  user: Author,
  input: SaveDraftForm,
): Promise<Result<DraftSave, Refusal>> {
  const { track, lesson, name } = input;
  if (lesson === trackPage ? name !== trackFile : !isLessonFileName(name) || name === trackFile)
    return refuse('file-name');
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  const { db } = world.database;
  const ref = { userId: user.id, track, lesson };
  const known = await findLessonDraft(db, ref);
  if (known && known.saves !== input.saves && known.files[name] !== input.text) return conflict(known, input);
  const { base, baseNumber } = known ?? (await baseOf(world, place, input.base));
  const files = withFile(known?.files ?? base, name, input.text);
  const fault = filesFault(files);
  if (fault) return refuse(fault);
  const expected = known?.saves ?? 0;
  const now = world.now();
  const draft = { ...ref, files, base, baseNumber, saves: expected + 1, updatedAt: now, seenAt: now };
  const isStored = known ? await replaceLessonDraft(db, draft, expected) : await insertLessonDraft(db, draft);
  if (!isStored) {
    const newer = await findLessonDraft(db, ref);
    // It was removed meanwhile: the page still has the text, and the next save begins a new draft.
    return newer ? conflict(newer, input) : ok(conflictWith(null, input, 0));
  }
  return ok({
    kind: 'saved',
    saves: draft.saves,
    others: await presentAuthors(world, ref),
    isBehind: changedNames(base, place.files).length > 0,
  });
}

/** What the page began with. It may be older than what is published now. */
async function baseOf(
  { database, content }: AuthoringWorld,
  { track, lesson, files, number }: LessonPlace,
  wanted: number,
): Promise<Pick<LessonDraft, 'base' | 'baseNumber'>> {
  if (wanted === number) return { base: files, baseNumber: number };
  const older =
    wanted === 0
      ? (filesIn(await content.deployed(), { track, lesson }) ?? {})
      : (await findRevision(database.db, { track, lesson }, wanted))?.files;
  return older ? { base: older, baseNumber: wanted } : { base: files, baseNumber: number };
}

function withFile(files: LessonFiles, name: string, text: string | undefined): LessonFiles {
  const { [name]: _before, ...others } = files;
  return text === undefined ? others : { ...files, [name]: text };
}

const conflict = ({ files, saves }: LessonDraft, input: SaveDraftForm) =>
  ok(conflictWith(files[input.name] ?? null, input, saves));

const conflictWith = (theirs: string | null, { name, text }: SaveDraftForm, saves: number): DraftSave => ({
  kind: 'conflict',
  name,
  mine: text ?? null,
  theirs,
  saves,
});
