import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { type TaughtItem, taughtItems } from '#lib/lesson/teaching.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { compileAll } from './compile-all.ts';
import { locateContent } from './locate-content.ts';

/** Prints which passage teaches each item of the pool, so that an author can copy what is suggested. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const { compileDir } = locateContent(dir);
  const { lessons } = await compileAll(await readTracks(compileDir), (step) =>
    console.error(`compiling ${step}`),
  );
  for (const { lesson, source } of lessons) {
    if (!lesson || (compileDir !== dir && resolve(source.folder) !== resolve(dir))) continue;
    console.log(`${source.folder}\n${taughtItems(lesson).map(lineOf).join('\n')}\n`);
  }
  return 0;
}

function lineOf({ item, passage, isSuggested }: TaughtItem): string {
  const { id, source } = item;
  const name = `  ${source.line}  ${id}`;
  if (passage === null) return `${name}  no passage shares its words`;
  return isSuggested ? `${name}  suggested: taught="${passage}"` : `${name}  taught="${passage}"`;
}
