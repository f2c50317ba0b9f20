import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { assertSchoolExists } from '#lib/cli/admin/existing-school.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import type { AnsweredLesson } from '#lib/lesson/suggestions/answered-lesson.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { answeredLessons } from '#lib/server/edits/answered-lessons.ts';
import { env } from '#lib/server/host/env.ts';
import { compileUngated } from './compile-all.ts';
import { locateContent } from './locate-content.ts';

export interface SchoolLessons {
  readonly library: Library;
  readonly lessons: readonly { readonly lesson: Lesson; readonly answered: AnsweredLesson }[];
  readonly json: boolean;
}

/**
 * The lessons of the folder in the arguments, `[DIR] [--json]`, with the answers of the school. Throws a sentence when there
 * is no database.
 */
export async function schoolLessons(args: readonly string[]): Promise<SchoolLessons> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const { compileDir } = locateContent(dir);
  await assertSchoolExists(env(), { isWhole: false });
  console.error('compiling the lessons');
  const sources = await readTracks(compileDir);
  const { tracks, findings } = await compileUngated(sources);
  const library = makeLibrary(tracks, findings);
  const asked = new Set(
    (compileDir === dir ? sources : await readTracks(dir)).flatMap(({ lessons }) =>
      lessons.map(({ slug }) => slug),
    ),
  );
  const lessons = library.lessons().filter(({ slug }) => compileDir === dir || asked.has(slug));
  const database = openDatabase(env().databaseUrl);
  try {
    return { library, lessons: await answeredLessons(database.db, library, lessons), json: values.json };
  } finally {
    await database.close();
  }
}

/** Where an item begins in its file. */
export function placeOf(library: Library, itemId: string): { file: string; line: number } {
  const source = library.item(itemId)?.item.source;
  return { file: source?.file ?? '', line: source?.line ?? 0 };
}
