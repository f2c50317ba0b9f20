import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import type { Exported } from '#lib/exchange/format.ts';
import { exchangeFormats, formatNamed } from '#lib/exchange/formats.ts';
import { exportedQuestions } from '#lib/server/exchange/export-questions.ts';
import { writeArchive } from '#lib/server/exchange/write-archive.ts';
import { locateContent } from './locate-content.ts';

/** Exports the items of a folder; the report says of each what the format loses. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { activity: { type: 'string' }, out: { type: 'string' } },
  });
  const [name, given, extra] = positionals;
  if (name === undefined || given === undefined)
    throw new UsageError('Name the format and a lesson or a folder.');
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const format = formatNamed(name);
  if (!format?.write)
    throw new UsageError(
      `"${name}" is no format to export to. There are ${exchangeFormats.flatMap((one) => (one.write ? [one.name] : [])).join(', ')}.`,
    );
  const inTracks = join('content', 'tracks', given);
  const { dir } = locateContent(existsSync(given) ? given : existsSync(inTracks) ? inTracks : given);
  const questions = await exportedQuestions(
    dir,
    values.activity === undefined ? null : fileOf(values.activity),
  );
  if (questions.length === 0) throw new UsageError(`There are no questions in ${dir}.`);
  const exported = format.write(questions);
  const out = values.out ?? `questions.${format.ending}`;
  await writeFile(out, await bytesOf(exported));
  console.log(exportReport(out, exported));
  return 0;
}

const fileOf = (activity: string): string =>
  activity === 'test' ? 'pool.mdx' : `${activity.replace(/\.mdx$/, '')}.mdx`;

const bytesOf = async ({ content }: Exported): Promise<Buffer | string> =>
  content.kind === 'text' ? content.text : writeArchive(content.files);

/** A line for each question that is not whole in the file, and the counts. */
export function exportReport(out: string, { losses }: Exported): string {
  const count = (has: (loss: Exported['losses'][number]) => boolean) => losses.filter(has).length;
  return [
    ...losses.flatMap(({ id, omitted, losses: lost }) => {
      if (omitted) return [`${id}  left out  ${lost.join(' ')}`];
      return lost.length > 0 ? [`${id}  loses  ${lost.join(', ')}`] : [];
    }),
    `${count((one) => !one.omitted && one.losses.length === 0)} whole, ${count((one) => !one.omitted && one.losses.length > 0)} with losses, ${count((one) => one.omitted)} left out. Ids of options are in no format.`,
    `Written: ${out}.`,
  ].join('\n');
}
