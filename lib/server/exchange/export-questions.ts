import { readItems } from '#lib/exchange/item/read-items.ts';
import type { Question } from '#lib/exchange/question.ts';
import { readIds } from '#lib/lesson/side-ids/ids-file.ts';
import { idsInText } from '#lib/lesson/side-ids/move-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { readTracks } from '#lib/server/content/read-content.ts';

/** The items of a lesson, a track or all tracks, file by file; of one file of each lesson if it is named. */
export async function exportedQuestions(dir: string, file: string | null): Promise<Question[]> {
  const tracks = await readTracks(dir);
  return tracks
    .flatMap(({ lessons }) => lessons)
    .flatMap((lesson) => [...textsWithIds(lesson)].filter(([name]) => file === null || name === file))
    .flatMap(([, text]) => readItems(text));
}

/** The texts of a lesson with the ids that stand beside them, without which an import could not find its items again. */
function textsWithIds({ files, ids }: LessonSource): ReadonlyMap<string, string> {
  const known = ids === undefined ? undefined : readIds(ids);
  return known?.ok ? idsInText(files, known.items) : files;
}
