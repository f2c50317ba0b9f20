import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Database } from '#db/client.ts';
import { listLedger } from '#db/responses.ts';
import { listUsedAttempts } from '#db/servings.ts';
import { listUserIds } from '#db/users.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { runServer } from '#lib/cli/serve/run-command.ts';
import { hasBuild } from '#lib/cli/serve/source-stamp.ts';
import { waitUntilReady } from '#lib/cli/serve/wait-until-ready.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { sessionCookie } from '#lib/server/door/auth-options.ts';
import { mintToken } from '#lib/server/door/session-token.ts';
import { env } from '#lib/server/host/env.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import { type AcknowledgedAnswer, answerOnce, type HttpStudent } from './http-student.ts';
import { addPeople, personOf } from './racers.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import { wholeNumber } from './whole-number.ts';

/** The report of `bench -- kills`. `lost` answers were acknowledged but are not stored. */
export interface KillsResult {
  readonly engine: string;
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly stored: number;
  readonly lost: number;
  /** Stored under an idempotency key that no student sent. */
  readonly invented: number;
  /** Attempts without an answer, answers without an attempt, and totals that differ from a recount. */
  readonly halfWritten: number;
  /** The longest time from a signal to the end of the server, in milliseconds. */
  readonly longestStopMs: number;
}

/** KILL ends the server in the middle of its work; TERM asks it to finish what it has. */
const signals = { KILL: 'SIGKILL', TERM: 'SIGTERM' } as const;
type SignalName = keyof typeof signals;

interface KillPlan {
  readonly kills: number;
  readonly students: number;
  readonly signal: SignalName;
}

const secret = 'a secret for a benchmark that is thrown away afterwards';
const port = await freePort();
const url = `http://localhost:${port}`;

/** Returns exit code 1 when an answer was lost, invented or half written. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '20' },
      students: { type: 'string', default: '50' },
      signal: { type: 'string', default: 'KILL' },
      json: { type: 'boolean', default: false },
    },
  });
  const kills = wholeNumber('kills', values.kills, [1, 200]);
  const students = wholeNumber('students', values.students, [1, 500]);
  const signal = signalNamed(values.signal);
  if (!hasBuild()) throw new Error('There is no build. Run "npm run build" first.');
  const scratch = await makeScratch();
  try {
    const found = await killRepeatedly(scratch, { kills, students, signal });
    console.log(values.json ? JSON.stringify(found) : resultText(found));
    return found.lost + found.invented + found.halfWritten === 0 ? 0 : 1;
  } finally {
    await scratch.remove();
  }
}

function signalNamed(name: string): SignalName {
  if (name === 'KILL' || name === 'TERM') return name;
  throw new UsageError('The signal is KILL or TERM.');
}

async function killRepeatedly(scratch: Scratch, plan: KillPlan): Promise<KillsResult> {
  const { kills, students: count, signal } = plan;
  let longestStopMs = 0;
  await withDatabase(scratch, (database) => addPeople(database, count));
  const students = await Promise.all(Array.from({ length: count }, (_, n) => student(n)));
  const sent = new Set<string>();
  const acknowledged: AcknowledgedAnswer[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    const server = await startServer(scratch);
    let alive = true;
    const work = students.map(async (one) => {
      while (alive) {
        try {
          const reply = await answerOnce(url, one, (key) => sent.add(`${one.userId} ${key}`));
          if (reply) acknowledged.push(reply);
        } catch {
          // The server was killed during a request; an answer that it had not acknowledged may be lost.
          await pause(50);
        }
      }
    });
    const before = acknowledged.length;
    while (acknowledged.length < before + count / 2) await pause(20);
    await pause(Math.random() * 2_000);
    const killedMs = performance.now();
    server.kill(signals[signal]);
    await once(server, 'exit');
    longestStopMs = Math.max(longestStopMs, performance.now() - killedMs);
    alive = false;
    await Promise.all(work);
    console.error(`${killed + 1} of ${kills} kills, ${acknowledged.length} answers acknowledged`);
  }
  const found = await withDatabase(scratch, (database) => compare(database, sent, acknowledged));
  return { ...found, kills, longestStopMs: Math.round(longestStopMs) };
}

async function withDatabase<T>(scratch: Scratch, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await scratch.open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function student(n: number): Promise<HttpStudent> {
  const library = await loadLibrary(env().contentDir, compiledFolder());
  const lessons = library.lessons().filter(({ activities }) => activities.some(isEndless));
  const lesson = lessons[n % lessons.length];
  if (!lesson) throw new Error('No lesson has a Practice activity with questions');
  const token = await mintToken(secret, { userId: personOf(n).id, signedInAt: new Date() });
  return {
    userId: personOf(n).id,
    path: lessonPath(lesson, 'practice'),
    cookie: `${sessionCookie({ publicUrl: url }).name}=${token}`,
  };
}

const isEndless = ({ slug, items }: { slug: string; items: readonly unknown[] }) =>
  slug === 'practice' && items.length > 0;

async function startServer({ url: databaseUrl, folder }: Scratch): Promise<ChildProcess> {
  const variables = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    AUTH_SECRET: secret,
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
  };
  const args = ['--port', String(port), '--hostname', '127.0.0.1'];
  // Standard output is for the result alone.
  const server = runServer(args, variables, { stdio: ['ignore', 2, 2] });
  if (await waitUntilReady(`http://127.0.0.1:${port}`, () => server.exitCode === null)) return server;
  server.kill('SIGKILL');
  throw new Error('The server did not become ready');
}

async function compare(
  database: Database,
  sent: ReadonlySet<string>,
  acknowledged: readonly AcknowledgedAnswer[],
): Promise<Omit<KillsResult, 'kills' | 'longestStopMs'>> {
  const ledger = await listLedger(database.db, await listUserIds(database.db));
  const stored = new Set(ledger.map(({ userId, idempotencyKey }) => `${userId} ${idempotencyKey}`));
  const world = {
    database,
    secret,
    now: () => new Date(),
    newId: () => '',
    sandbox: processSandbox(),
    testRule: standardRule,
    hasGuests: true,
    library: () => loadLibrary(env().contentDir, compiledFolder()),
  };
  const { differences } = await recount(world);
  const attempts = await listUsedAttempts(database.db);
  const answered = new Map<string, number>();
  for (const { sittingId, itemId } of ledger) {
    const name = `${sittingId} ${itemId}`;
    answered.set(name, (answered.get(name) ?? 0) + 1);
  }
  const uneven = attempts.filter(
    ({ sittingId, itemId, used }) => (answered.get(`${sittingId} ${itemId}`) ?? 0) !== used,
  );
  return {
    engine: database.engine,
    sent: sent.size,
    acknowledged: acknowledged.length,
    stored: stored.size,
    lost: acknowledged.filter(({ userId, idempotencyKey }) => !stored.has(`${userId} ${idempotencyKey}`))
      .length,
    invented: [...stored].filter((key) => !sent.has(key)).length,
    halfWritten: uneven.length + differences.length,
  };
}

function resultText(found: KillsResult): string {
  return [
    `${found.kills} kills under load on ${found.engine}`,
    `  sent         ${found.sent}`,
    `  acknowledged ${found.acknowledged}`,
    `  stored       ${found.stored}`,
    `  lost         ${found.lost}`,
    `  invented     ${found.invented}`,
    `  half written ${found.halfWritten}`,
    `  longest stop ${found.longestStopMs} ms`,
  ].join('\n');
}
