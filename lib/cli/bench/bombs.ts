import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bombs } from '#lib/lesson/testing/attack-vectors.ts';
import { compileProcess } from '#lib/server/content/compiler/compile-process.ts';
import { guardedPage } from '#lib/server/content/compiler/guarded.ts';
import { quantile } from '#lib/statistics/quantiles.ts';
import { makeScratch } from './scratch.ts';
import { send } from './serve/http-request.ts';
import { requestFor } from './serve/school.ts';
import { type Server, startServer } from './serve/server.ts';
import { wholeNumber } from './whole-number.ts';

/** Files that are refused by a limit of the text, and files that use up their processor time. */
const names = ['backticks of every length in a megabyte', 'diagrams by the hundred', 'tags in one line'];
const sizes = [1, 2, 4];
const page = '/tracks/mlops/reproducibility/why';
/** Twenty requests a second, whether or not those before have been answered. */
const betweenMs = 50;

/** Milliseconds from a request to the end of its reply. */
interface Replies {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Round {
  readonly bomb: string;
  readonly size: number;
  /** The longest time until the file was refused. */
  readonly refusedMs: number;
  /** A page in the time before. */
  readonly alone: Replies;
  /** A page while the file was compiled again and again. */
  readonly beside: Replies;
}

/**
 * Measures a page of the server while files that were made to be slow are compiled, as the server compiles: by a process of
 * its own, behind the pages. Prints `{ rounds: [{ bomb, size, refusedMs, alone, beside }] }`, times in milliseconds.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '6' }, json: { type: 'boolean', default: false } },
  });
  const seconds = wholeNumber('seconds', values.seconds, [1, 60]);
  const scratch = await makeScratch();
  const server = await startServer({
    folder: '',
    readyPath: '/api/health',
    variables: (url) => ({
      ...{ DATABASE_URL: scratch.url, DATA_DIR: scratch.folder, PUBLIC_URL: url, NEXTAUTH_URL: url },
      AUTH_SECRET: 'a secret for a benchmark that is thrown away afterwards',
    }),
  });
  try {
    await repliesIn(server, wait(2_000));
    const rounds: Round[] = [];
    for (const bomb of names)
      for (const size of sizes) rounds.push(await measure(server, { bomb, size, seconds }));
    console.log(values.json ? JSON.stringify({ rounds }) : resultText(rounds));
    return 0;
  } finally {
    await server.stop();
    await scratch.remove();
  }
}

interface Plan {
  readonly bomb: string;
  readonly size: number;
  readonly seconds: number;
}

async function measure(server: Server, { bomb, size, seconds }: Plan): Promise<Round> {
  const text = bombs[bomb]?.(size) ?? '';
  const alone = await repliesIn(server, wait(seconds * 1000));
  // The compiler steps behind the pages where it belongs to a server.
  process.env.NEXT_RUNTIME = 'nodejs';
  const compiler = compileProcess();
  // Its start is not part of the time of a file.
  await guardedPage('start.mdx', 'This starts the process.', compiler);
  const took: number[] = [];
  const compileOn = async (): Promise<void> => {
    const endMs = performance.now() + seconds * 1000;
    do {
      const begunMs = performance.now();
      const { findings } = await guardedPage('bomb.mdx', text, compiler);
      if (!findings.some(({ severity }) => severity === 'error'))
        throw new Error(`"${bomb}" of size ${size} was not refused.`);
      took.push(performance.now() - begunMs);
    } while (performance.now() < endMs);
  };
  const beside = await repliesIn(server, compileOn());
  await compiler.close();
  console.error(`${bomb}, size ${size}: measured`);
  return { bomb, size, refusedMs: Math.round(Math.max(...took)), alone, beside };
}

/** Requests the page at a steady rate until `end`. */
async function repliesIn({ port }: Server, end: Promise<void>): Promise<Replies> {
  let isOver = false;
  const settled = end.finally(() => {
    isOver = true;
  });
  const replies: Promise<number>[] = [];
  while (!isOver) {
    replies.push(replyMs(port));
    await wait(betweenMs);
  }
  await settled;
  const all = await Promise.all(replies);
  return { p50Ms: Math.round(quantile(all, 0.5) ?? 0), p99Ms: Math.round(quantile(all, 0.99) ?? 0) };
}

async function replyMs(port: number): Promise<number> {
  const begunMs = performance.now();
  const { status } = await send(port, requestFor(page, ''));
  if (status !== 200) throw new Error(`${page} answered with status ${status}.`);
  return performance.now() - begunMs;
}

function resultText(rounds: readonly Round[]): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join('');
  return [
    row(['file', 'size', 'refused ms', 'alone p50', 'p99', 'beside p50', 'p99']),
    ...rounds.map(({ bomb, size, refusedMs, alone, beside }) =>
      row([bomb, size, refusedMs, alone.p50Ms, alone.p99Ms, beside.p50Ms, beside.p99Ms]),
    ),
  ].join('\n');
}
