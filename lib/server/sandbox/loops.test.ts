import { afterAll, expect, test } from 'vitest';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.close());

const honest = 'def mean(xs):\n    return sum(xs) / len(xs)';
let stopped = 0;
let isOver = false;

/** Asks for an endless loop again and again, and counts the runs that were stopped. */
async function loopOn(userId: string): Promise<void> {
  const run = { language: 'python', program: 'while True: pass', input: '', calls: [] } as const;
  while (!isOver) {
    const { kind } = await sandbox.run(run, userId);
    if (kind === 'time-out') stopped += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The number of loops that were stopped while a person waited for an honest check, which must come out right. */
async function loopsBefore(userId: string): Promise<number> {
  const before = stopped;
  const run = { language: 'python', program: honest, input: '', calls: ['mean([1, 2, 6])'] } as const;
  expect(await sandbox.run(run, userId)).toMatchObject({ kind: 'finished', values: [{ gives: '3.0' }] });
  return stopped - before;
}

test('fifty people with endless loops keep nobody waiting: what is stopped meanwhile is counted, as clocks depend on the machine', async () => {
  await loopsBefore('honest');
  const loops = Array.from({ length: 50 }, (_, n) => loopOn(`looper ${n}`));
  const waited: number[] = [];
  for (const who of ['honest', 'new', 'honest']) waited.push(await loopsBefore(who));
  isOver = true;
  sandbox.close();
  await Promise.all(loops);
  // One place, and at worst one run of another person before it; a turn for everybody would be fifty.
  for (const count of waited) expect(count).toBeLessThanOrEqual(2);
}, 300_000);
