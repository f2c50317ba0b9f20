import { readItems } from '#lib/exchange/item/read-items.ts';
import type { Question } from '#lib/exchange/question.ts';
import { readTracks } from '#lib/server/content/read-content.ts';

/** The items of a lesson, a track or all tracks, file by file; of one file of each lesson if it is named. */
export async function exportedQuestions(dir: string, file: string | null): Promise<Question[]> {
  const tracks = await readTracks(dir);
  return tracks
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ files }) => [...files].filter(([name]) => file === null || name === file))
    .flatMap(([, text]) => readItems(text));
}
