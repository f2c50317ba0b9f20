import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Database } from '#db/client.ts';
import { countAttempts } from '#db/responses.ts';
import { deliveryByMode } from '#lib/lesson/delivery.ts';
import type { Library } from '#lib/lesson/library.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { env } from '#lib/server/host/env.ts';
import type { RaceResult, RaceTask } from './race-messages.ts';
import { addPeople } from './racers.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import { wholeNumber } from './whole-number.ts';

/** The report of `bench -- races`. In one race, more answers than `limit` are sent to one person's item. */
export interface RacesResult {
  readonly engine: string;
  readonly processes: number;
  readonly races: number;
  readonly limit: number;
  readonly submissions: number;
  readonly stored: number;
  /** Responses stored beyond the limit. */
  readonly overLimit: number;
  /** Attempts that stayed unused although more answers were sent. */
  readonly underLimit: number;
  /** Responses stored twice under one idempotency key. */
  readonly duplicates: number;
  readonly serverErrors: number;
}

const racesAtOnce = 25;
const keysPerProcess = 2;

/** Returns exit code 1 when the stored answers are wrong in any way, or a process failed. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      races: { type: 'string', default: '2000' },
      processes: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
    },
  });
  const races = wholeNumber('races', values.races, [1, 100_000]);
  const processes = wholeNumber('processes', values.processes, [1, 16]);
  const scratch = await makeScratch();
  try {
    const found = await race(scratch, races, processes);
    console.log(values.json ? JSON.stringify(found) : resultText(found));
    return found.overLimit + found.underLimit + found.duplicates + found.serverErrors === 0 ? 0 : 1;
  } finally {
    await scratch.remove();
  }
}

async function race(scratch: Scratch, races: number, processes: number): Promise<RacesResult> {
  const database = await scratch.open();
  const itemId = itemWithLimit(await loadLibrary(env().contentDir, compiledFolder()));
  console.error(`${races} people`);
  await addPeople(database, races);
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorker(scratch)));
  try {
    const results: RaceResult[] = [];
    for (let from = 0; from < races; from += racesAtOnce) {
      const numbers = Array.from({ length: Math.min(racesAtOnce, races - from) }, (_, at) => from + at);
      results.push(...(await Promise.all(workers.map((worker, at) => send(worker, at, numbers, itemId)))));
      if (from % 1000 === 0) console.error(`${from} of ${races} races`);
    }
    return await count(database, results, { races, processes });
  } finally {
    for (const worker of workers) worker.send('end');
    await Promise.all(workers.map((worker) => worker.exitCode ?? once(worker, 'exit')));
    await database.close();
  }
}

/** The first question of an activity with a limit of attempts. */
function itemWithLimit(library: Library): string {
  const items = library
    .lessons()
    .flatMap(({ activities }) => activities)
    .flatMap((activity) => (activity.slug === 'try' ? activity.items : []));
  const [item] = items;
  if (!item) throw new Error('No lesson has a Try activity, so no item has a limit of attempts to race for');
  return item.id;
}

const limit = deliveryByMode.try.attempts ?? 0;

async function startWorker(scratch: Scratch): Promise<ChildProcess> {
  const worker = fork(new URL('./race-worker.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: scratch.url, DATA_DIR: scratch.folder },
  });
  await once(worker, 'message');
  return worker;
}

async function send(worker: ChildProcess, at: number, races: number[], itemId: string): Promise<RaceResult> {
  const own = Array.from({ length: keysPerProcess }, (_, n) => `process-${at}-${n}`);
  const start: RaceTask = { races, itemId, idempotencyKeys: ['shared', ...own] };
  const answer = once(worker, 'message');
  worker.send(start);
  const [result]: RaceResult[] = await answer;
  if (!result) throw new Error('A process ended in the middle of a race');
  return result;
}

async function count(
  database: Database,
  results: readonly RaceResult[],
  { races, processes }: { races: number; processes: number },
): Promise<RacesResult> {
  const attempts = await countAttempts(database.db);
  const wanted = Math.min(limit, processes * keysPerProcess + 1);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  return {
    engine: database.engine,
    processes,
    races,
    limit,
    submissions: races * processes * (keysPerProcess + 1),
    stored: sum(attempts.map(({ stored }) => stored)),
    overLimit: sum(attempts.map(({ stored }) => Math.max(0, stored - limit))),
    underLimit: races * wanted - sum(attempts.map(({ stored }) => Math.min(stored, wanted))),
    duplicates: sum(attempts.map(({ stored, keys }) => stored - keys)),
    serverErrors: sum(results.map(({ errors }) => errors)),
  };
}

function resultText(found: RacesResult): string {
  const { engine, races, processes, submissions } = found;
  return [
    `${races} races for ${found.limit} attempts on ${engine}: ${submissions} answers from ${processes} processes`,
    `  stored        ${found.stored}`,
    `  over limit    ${found.overLimit}`,
    `  under limit   ${found.underLimit}`,
    `  duplicates    ${found.duplicates}`,
    `  server errors ${found.serverErrors}`,
  ].join('\n');
}
