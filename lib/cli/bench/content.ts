import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckMemory, checkContent } from '#lib/cli/content/check-content.ts';
import { cachedCompiler } from '#lib/server/content/compiler/cached-compiler.ts';
import { compilePool } from '#lib/server/content/compiler/compile-pool.ts';
import { compileProcess } from '#lib/server/content/compiler/compile-process.ts';
import { entryStore } from '#lib/server/content/compiler/entry-store.ts';
import { keptResults } from '#lib/server/content/compiler/kept-results.ts';
import { type Written, writeBigPool, writeLessons } from './content/many-lessons.ts';
import { cpuMs } from './serve/process-usage.ts';
import { wholeNumber } from './whole-number.ts';

/** A part of the report of `bench -- content`. */
interface Measured {
  readonly what: string;
  readonly lessons: number;
  readonly files: number;
  readonly elapsedMs: number;
  /** Of this process and of those that compile; of all their threads. */
  readonly cpuMs: number;
  /** The most elapsed time that is promised on two cores; null where nothing is. */
  readonly barMs: number | null;
  /** The processor time that keeps the promise on two idle cores: of both where all can be done at once, else of one. */
  readonly cpuBarMs: number | null;
  readonly findings: number;
}

/** What is promised on two cores that have nothing else to do. */
const cores = 2;
const bars = { filesPerSecond: 60, keptMsPerLesson: 2, editMs: 500 } as const;

/** Measures checks of generated lessons: without a cache, with one, and after one edit. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lessons: { type: 'string', default: '100' },
      items: { type: 'string', default: '2000' },
      processes: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
  });
  const lessons = wholeNumber('lessons', values.lessons, [1, 5_000]);
  const items = wholeNumber('items', values.items, [20, 20_000]);
  const processes = wholeNumber('processes', values.processes, [1, 64]);
  const folder = mkdtempSync(join(tmpdir(), 'surefoot-bench-content-'));
  try {
    const measured: Measured[] = [];
    for (const [what, write] of [
      ['lessons', (dir: string) => writeLessons(dir, lessons)],
      ['big pool', (dir: string) => writeBigPool(dir, items)],
    ] as const)
      for await (const one of measure(what, write, join(folder, what), processes)) {
        measured.push(one);
        console.error(line(one));
      }
    console.log(values.json ? JSON.stringify({ measured }) : measured.map(line).join('\n'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* measure(
  name: string,
  write: (dir: string) => Written,
  folder: string,
  processes: number,
): AsyncGenerator<Measured> {
  const dir = join(folder, 'tracks');
  const written = write(dir);
  const store = entryStore(join(folder, 'cache'));
  const compiler = cachedCompiler(
    compilePool(processes, () => compileProcess(null)),
    store,
  );
  const memory: CheckMemory = { sources: new Map(), compiled: new WeakMap() };
  const check = async (
    what: string,
    barMs: number | null,
    { isParallel = false, ...options }: { memory?: CheckMemory; isParallel?: boolean } = {},
  ): Promise<Measured> => {
    const startMs = performance.now();
    const usedMs = await cpuMs(process.pid);
    const kept = keptResults(store);
    const report = await checkContent(dir, () => undefined, {
      compiler,
      kept,
      runsFolder: join(folder, 'runs'),
      ...options,
    });
    return {
      what: `${name}, ${what}`,
      ...{ lessons: report.lessons, files: written.files, findings: report.findings.length },
      elapsedMs: Math.round(performance.now() - startMs),
      cpuMs: (await cpuMs(process.pid)) - usedMs,
      barMs,
      cpuBarMs: barMs === null ? null : barMs * (isParallel ? cores : 1),
    };
  };
  // So that the start of the processes is not measured with the lessons.
  await Promise.all(
    Array.from({ length: processes }, (_, n) =>
      compiler.compile({ kind: 'page', file: `${n}.mdx`, text: `Page ${n} of ${folder}` }),
    ),
  );
  const coldMs = written.isUsual ? (1000 * written.files) / bars.filesPerSecond : null;
  yield await check('nothing kept', coldMs, { isParallel: true });
  yield await check('all kept', bars.keptMsPerLesson * written.lessons, { memory });
  appendFileSync(written.edited, '\nOne more sentence.\n');
  memory.sources.delete(join(written.edited, '..'));
  yield await check('one edit', bars.editMs, { memory });
  await compiler.close();
}

function line({ what, lessons, files, elapsedMs, cpuMs, barMs, cpuBarMs, findings }: Measured): string {
  const rate = ((1000 * files) / elapsedMs).toFixed(0);
  const times = `${seconds(elapsedMs)} (${rate} files/s)${barText(elapsedMs, barMs)}`;
  const used = `processor ${seconds(cpuMs)} (${(cpuMs / files).toFixed(1)} ms a file)${barText(cpuMs, cpuBarMs)}`;
  return `${what.padEnd(26)} ${lessons} lessons, ${files} files, ${times}, ${used}, ${findings} findings`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const barText = (ms: number, barMs: number | null): string =>
  barMs === null ? '' : `, bar ${seconds(barMs)} ${ms <= barMs ? 'met' : 'missed'}`;
