import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openSandbox, type Sandbox } from '#lib/server/sandbox/sandbox.ts';
import { wholeNumber } from './whole-number.ts';

/** When checks are asked for, in milliseconds after the rush began: by people of whom nothing is known, and by one who is known. */
const asks = { new: [300, 4_000, 8_000, 16_000, 24_000], known: [2_000, 12_000] };
/** Checks before the rush, and the pause in which spare interpreters start again. */
const checksAlone = 5;
const pauseMs = 4_000;

const loop = { language: 'python', program: 'while True: pass', input: '', calls: [] } as const;
const honest = {
  language: 'python',
  program: 'def mean(xs):\n    return sum(xs) / len(xs)',
  input: '',
  calls: ['mean([1, 2, 6])'],
} as const;

interface Check {
  readonly who: 'new' | 'known';
  readonly askedAtMs: number;
  readonly tookMs: number;
}

/**
 * Measures how long an honest check takes alone, and then while many people ask for endless loops again and again. Prints
 * `{ aloneMs, boundMs, checks }`, with the bound of three times its time alone and two seconds.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { loopers: { type: 'string', default: '50' }, json: { type: 'boolean', default: false } },
  });
  const loopers = wholeNumber('loopers', values.loopers, [1, 150]);
  const sandbox = openSandbox();
  await tookMs(sandbox, 'known');
  const aloneMs = await measureAlone(sandbox);
  const checks = await measureAmong(sandbox, loopers);
  const boundMs = 3 * aloneMs + 2_000;
  console.log(
    values.json ? JSON.stringify({ aloneMs, boundMs, checks }) : resultText(aloneMs, boundMs, checks),
  );
  return checks.every((check) => check.tookMs <= boundMs) ? 0 : 1;
}

async function tookMs(sandbox: Sandbox, userId: string): Promise<number> {
  const begun = performance.now();
  const outcome = await sandbox.run(honest, userId);
  if (outcome.kind !== 'finished') throw new Error(`An honest check ended with "${outcome.kind}".`);
  return Math.round(performance.now() - begun);
}

/** The median. */
async function measureAlone(sandbox: Sandbox): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < checksAlone; n++) {
    await wait(pauseMs);
    took.push(await tookMs(sandbox, `alone ${n}`));
  }
  return took.toSorted((a, b) => a - b)[Math.floor(checksAlone / 2)] ?? 0;
}

async function measureAmong(sandbox: ReturnType<typeof openSandbox>, loopers: number): Promise<Check[]> {
  await wait(pauseMs);
  let isOver = false;
  const loopOn = async (userId: string) => {
    while (!isOver) {
      await sandbox.run(loop, userId);
      await wait(100);
    }
  };
  const loops = Array.from({ length: loopers }, (_, n) => loopOn(`looper ${n}`));
  const check = async (who: Check['who'], askedAtMs: number): Promise<Check> => {
    await wait(askedAtMs);
    return { who, askedAtMs, tookMs: await tookMs(sandbox, who === 'known' ? who : `new ${askedAtMs}`) };
  };
  const checks = await Promise.all([
    ...asks.new.map((at) => check('new', at)),
    ...asks.known.map((at) => check('known', at)),
  ]);
  isOver = true;
  sandbox.close();
  await Promise.all(loops);
  return checks.toSorted((a, b) => a.askedAtMs - b.askedAtMs);
}

function resultText(aloneMs: number, boundMs: number, checks: readonly Check[]): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell) => String(cell).padStart(10)).join('');
  return [
    `alone ${aloneMs} ms, bound ${boundMs} ms`,
    row(['who', 'asked at', 'took ms']),
    ...checks.map(({ who, askedAtMs, tookMs: took }) => row([who, askedAtMs, took])),
  ].join('\n');
}
