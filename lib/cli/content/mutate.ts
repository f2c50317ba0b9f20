import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { itemsOf } from '#lib/server/proofs/item-findings.ts';
import { proveItems } from '#lib/server/proofs/prove-items.ts';
import { runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { compileAll } from './compile-all.ts';
import { locateContent } from './locate-content.ts';

/** The object of `content mutate --json`. */
export interface MutateReport {
  readonly items: number;
  readonly proven: number;
  readonly mutants: number;
  readonly caught: number;
  readonly missed: readonly { file: string; line: number; itemId: string; what: string }[];
}

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, shell: { type: 'boolean', default: false } },
  });
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const report = await mutate(dir, values.shell);
  console.log(values.json ? JSON.stringify(report) : text(report));
  return report.caught < report.mutants ? 1 : 0;
}

/** Plants faults in the key of every proven item of a folder, and counts those that running shows. */
async function mutate(dir: string, shell: boolean): Promise<MutateReport> {
  const { compileDir } = locateContent(dir);
  const { lessons } = await compileAll(await readTracks(compileDir), (step) =>
    console.error(`compiling ${step}`),
  );
  const items = lessons
    .filter(({ source }) => compileDir === dir || resolve(source.folder) === resolve(dir))
    .flatMap(itemsOf);
  const runner = openTrialRunner({ shell, runsFolder: runCacheFolder() });
  const proofs = await proveItems(items, runner);
  runner.close();
  const tried = items.flatMap(({ item }, at) =>
    (proofs[at]?.mutants ?? []).map((mutant) => ({ ...mutant, ...item.source, itemId: item.id })),
  );
  const missed = tried.filter(({ isCaught }) => !isCaught);
  return {
    items: items.length,
    proven: proofs.filter((proof) => proof?.kind === 'proven').length,
    mutants: tried.length,
    caught: tried.length - missed.length,
    missed: missed.map(({ file, line, itemId, what }) => ({ file, line, itemId, what })),
  };
}

function text({ items, proven, mutants, caught, missed }: MutateReport): string {
  const share = mutants === 0 ? 100 : (100 * caught) / mutants;
  return [
    ...missed.map(({ file, line, itemId, what }) => `${file}:${line}  ${itemId}  not caught: ${what}`),
    `${caught} of ${mutants} planted faults caught (${share.toFixed(1)} %), in ${proven} proven items of ${items}`,
  ].join('\n');
}
