import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { itemTypes } from '#lib/item/registry.ts';
import { missingIds, withInsertions } from '#lib/lesson/missing-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { openSandbox } from '#lib/server/sandbox/sandbox.ts';
import { locateContent } from './locate-content.ts';
import { writeTraces } from './record-trace.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const { tracksDir } = locateContent(dir);
  const taken = new Set(
    (await lessonsIn(tracksDir)).flatMap((lesson) => [...lesson.files.values()].flatMap(itemIds)),
  );
  let added = 0;
  const sandbox = openSandbox();
  for (const lesson of await lessonsIn(dir)) {
    for (const name of writable(lesson)) {
      for (const words of await fixFile(lesson, name, taken)) {
        console.log(words);
        added++;
      }
      for (const words of await writeTraces(join(lesson.folder, name), sandbox)) console.log(words);
    }
  }
  sandbox.close();
  console.log(
    added === 0 ? 'Every item and option has its id.' : `${added} ${added === 1 ? 'id' : 'ids'} added.`,
  );
  return 0;
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

async function fixFile(lesson: LessonSource, name: string, taken: Set<string>): Promise<string[]> {
  const file = join(lesson.folder, name);
  const text = await readFile(file, 'utf8');
  const insertions = missingIds(text, `${prefixOf(lesson)}-${name.replace(/\.mdx?$/, '')}`, taken);
  if (insertions.length > 0) await writeFile(file, withInsertions(text, insertions));
  return insertions.map(({ line, text: added }) => `${file}:${line} ${added.trim()}`);
}

const tags = Object.values(itemTypes)
  .map((type) => type.component)
  .join('|');

function itemIds(text: string): string[] {
  return [...text.matchAll(new RegExp(`<(?:${tags})\\b[^<>]*?\\bid="([^"]*)"`, 'g'))].map(
    ([, id = '']) => id,
  );
}

/** The first word of most ids in the lesson, or the lesson's folder name. */
function prefixOf(lesson: LessonSource): string {
  const words = [...lesson.files.values()].flatMap(itemIds).map((id) => id.split('-')[0] ?? '');
  const most = words.toSorted((a, b) => occurrences(b, words) - occurrences(a, words))[0];
  return most || lesson.slug;
}

const occurrences = (word: string, words: readonly string[]): number =>
  words.filter((other) => other === word).length;
