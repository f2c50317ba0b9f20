import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { itemIdsOf, prefixOf } from '#lib/lesson/item-ids.ts';
import { missingCheckIds, missingIds, withInsertions } from '#lib/lesson/missing-ids.ts';
import { broughtText } from '#lib/lesson/other-tools/bring.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { openSandbox } from '#lib/server/sandbox/sandbox.ts';
import { openTrialRunner, type TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { compileAll } from './compile-all.ts';
import { fillOutputs } from './fill-outputs.ts';
import { writeLock } from './fix-proofs.ts';
import { fixSideIds } from './fix-side-ids.ts';
import { writeVariants } from './fix-variants.ts';
import { locateContent } from './locate-content.ts';
import { moveIds } from './move-ids.ts';
import { writeTraces } from './record-trace.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { shell: { type: 'boolean', default: false }, ids: { type: 'string' } },
  });
  const { ids } = values;
  if (ids !== undefined && ids !== 'text' && ids !== 'side')
    throw new UsageError(`--ids is text or side, and not "${ids}".`);
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const { tracksDir, compileDir } = locateContent(dir);
  const taken = new Set((await lessonsIn(tracksDir)).flatMap(itemIdsOf));
  let added = 0;
  const sandbox = openSandbox();
  const runner = openTrialRunner({ shell: values.shell, runsFolder: runCacheFolder() });
  for (const lesson of await lessonsIn(dir)) {
    const names = writable(lesson);
    for (const name of names) for (const words of await bringFile(lesson, name)) console.log(words);
    const isSide = ids === 'side' || (ids === undefined && lesson.ids !== undefined);
    if (isSide) added += await fixSideIds(lesson, taken);
    if (ids !== undefined) for (const words of await moveIds(lesson, ids)) console.log(words);
    for (const name of names) {
      for (const words of await fixFile(lesson, name, isSide ? undefined : taken)) {
        console.log(words);
        added++;
      }
      for (const words of await writeTraces(join(lesson.folder, name), sandbox)) console.log(words);
      for (const words of await fillOutputs(join(lesson.folder, name), runner)) console.log(words);
    }
  }
  sandbox.close();
  await fixProofs(dir, compileDir, runner);
  runner.close();
  console.log(
    added === 0 ? 'Every item and option has its id.' : `${added} ${added === 1 ? 'id' : 'ids'} added.`,
  );
  return 0;
}

/** Writes the lock files of the lessons in a folder, after the ids, which are names in them: variants, then proofs of them. */
async function fixProofs(dir: string, compileDir: string, runner: TrialRunner): Promise<void> {
  for (const lesson of await lessonsIn(dir))
    for (const words of await writeVariants(lesson, runner)) console.log(words);
  const { lessons } = await compileAll(await readTracks(compileDir), () => undefined);
  const own = lessons.filter(({ source }) => compileDir === dir || resolve(source.folder) === resolve(dir));
  const messages = await Promise.all(own.map((compiled) => writeLock(compiled, runner)));
  for (const message of messages.flat()) console.log(message);
}

/** The files of a lesson that are UTF-8. The others are printed: writing them back would corrupt their letters. */
function writable({ folder: path, files, encodingFaults = [] }: LessonSource): string[] {
  for (const { file, line, column, message } of encodingFaults) {
    console.log(`${file}:${line}:${column} not changed. ${message}`);
  }
  const named = new Set(encodingFaults.map(({ file }) => file));
  return [...files.keys()].filter((name) => !named.has(`${path}/${name}`));
}

const lessonsIn = async (dir: string): Promise<LessonSource[]> =>
  (await readTracks(dir)).flatMap(({ lessons }) => lessons);

/**
 * Writes what other tools understand as lessons have it, moves headings below the page's title, and turns links to files
 * of lessons into addresses. Says what was changed and what was left out, and then how much of both.
 */
async function bringFile(
  { folder: path, track, slug, pictures }: LessonSource,
  name: string,
): Promise<string[]> {
  const file = join(path, name);
  const before = await readFile(file, 'utf8');
  const { text, changes } = broughtText(before, {
    place: { track, lesson: slug },
    pictures: [...(pictures?.keys() ?? [])],
  });
  if (changes.length === 0) return [];
  await writeFile(file, text);
  const leftOut = changes.filter(({ words }) => words.startsWith('left out')).length;
  return [
    ...changes.map(({ line, words }) => `${file}:${line} ${words}`),
    `${file} ${changes.length - leftOut} changed, ${leftOut} left out.`,
  ];
}

/** Writes the ids that are missing in a file: all, or those of checks alone where no ids are `taken`. */
async function fixFile(
  lesson: LessonSource,
  name: string,
  taken: Set<string> | undefined,
): Promise<string[]> {
  const file = join(lesson.folder, name);
  const text = await readFile(file, 'utf8');
  const insertions = taken ? missingIds(text, prefixOf(lesson, name), taken) : missingCheckIds(text);
  if (insertions.length > 0) await writeFile(file, withInsertions(text, insertions));
  return insertions.map(({ line, text: added }) => `${file}:${line} ${added.trim()}`);
}
