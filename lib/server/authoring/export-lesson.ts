import { findLessonDraft } from '#db/lesson-drafts.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { isPictureName, type LessonFiles, trackPage } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { writeArchive } from '#lib/server/exchange/write-archive.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { gitPatch } from './git-patch.ts';
import { type Author, findLessonPlace, type LessonPlace } from './lesson-place.ts';
import { revisionFiles } from './revision-files.ts';

/** A file that the browser saves. */
export interface Download {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The published files of a lesson as a zip archive, byte for byte as they would be on disk, in their folders. */
export async function exportLesson(
  world: AuthoringWorld,
  user: Author,
  ref: LessonRef,
): Promise<Result<Download, 'not-found'>> {
  const place = await findLessonPlace(world, user, ref);
  if (!place || Object.keys(place.files).length === 0) return refuse('not-found');
  const bytes = await writeArchive(new Map(bytesOf(folderOf(place), place.files)));
  return ok({ name: `${nameOf(place)}.zip`, bytes });
}

/**
 * What `git apply` changes in a repository with the files on disk, at its top, so that they become those of the author's
 * draft, or without a draft the published ones.
 */
export async function exportPatch(
  world: AuthoringWorld,
  user: Author,
  ref: LessonRef,
): Promise<Result<Download, 'not-found' | 'unchanged'>> {
  const place = await findLessonPlace(world, user, ref);
  if (!place) return refuse('not-found');
  const draft = await findLessonDraft(world.database.db, { userId: user.id, ...refOf(place) });
  const before = (await revisionFiles(world, place, 0)) ?? {};
  const patch = gitPatch(`${world.content.root}/${folderOf(place)}`, before, draft?.files ?? place.files);
  return patch === ''
    ? refuse('unchanged')
    : ok({ name: `${nameOf(place)}.patch`, bytes: Buffer.from(patch) });
}

const refOf = ({ track, lesson }: LessonPlace): LessonRef => ({ track, lesson });
const folderOf = ({ track, lesson }: LessonPlace): string =>
  lesson === trackPage ? track : `${track}/${lesson}`;
const nameOf = ({ track, lesson }: LessonPlace): string =>
  lesson === trackPage ? track : `${track}-${lesson}`;

const bytesOf = (folder: string, files: LessonFiles): [string, Buffer][] =>
  Object.entries(files).map(([name, text]) => [
    `${folder}/${name}`,
    Buffer.from(text, isPictureName(name) ? 'base64' : 'utf8'),
  ]);
