import './command/env-files.ts';
import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { printErrors } from '#lib/cli/serve/print-errors.ts';
import { authSecret } from '#lib/server/host/auth-secret.ts';
import { assertFolders } from '#lib/server/host/check-folders.ts';
import { type Env, EnvironmentError, env } from '#lib/server/host/env.ts';
import { errorText, outageText } from './command/error-text.ts';
import { assertCanListen, portOf } from './serve/port.ts';
import { runServer } from './serve/run-command.ts';
import { noteServing } from './serve/serving.ts';
import { hasBuild, whyRebuild } from './serve/source-stamp.ts';
import { listenForStop } from './serve/stop-requests.ts';
import { waitUntilListening } from './serve/wait-until-ready.ts';

/** `npm start`: reports everything that can be wrong before the server accepts requests. */
async function main(): Promise<number> {
  const stop = listenForStop('start');
  const settings = env();
  const port = portOf(process.env.PORT);
  const host = listenOn(process.env.HOSTNAME);
  await assertCanStart(settings, port, host);
  if (!hasBuild()) {
    console.error('There is no build. Run "npm run build" first.');
    return 1;
  }
  noteServing();
  const stale = await whyRebuild(settings.contentDir);
  if (stale) console.warn(`This build is out of date (${stale}). Run "npm run build" to make a new one.`);
  const people = await openSchool(settings, stale !== null).catch(explainOutage);
  const child = runServer(['--port', String(port), '--hostname', host]);
  const ended = stop.waitFor(child);
  const isAlive = () => child.exitCode === null && !stop.isStopping();
  // The first request starts the timers of the server, so that clocks run from the start and not from the first visit.
  if (await waitUntilListening(`http://${reachedAt(host)}:${port}`, isAlive)) {
    console.log(`Surefoot answers at ${settings.publicUrl} (it listens on ${host}:${port})`);
    if (people === 0)
      console.log('This school has no accounts yet. Create the first one: npm run admin -- create-owner');
  }
  const code = await ended;
  return stop.isStopping() ? 0 : code;
}

/** Throws one sentence about the first thing that would stop the server. Changes nothing but an empty DATA_DIR. */
async function assertCanStart(settings: Env, port: number, host: string): Promise<void> {
  assertFolders(settings);
  await assertCanListen(port, host);
  // Creates the secret if there is none.
  authSecret(settings);
  // Imported only now: it chooses the database engine by the environment, which was just checked.
  const { assertDatabase } = await import('#lib/server/host/check-database.ts');
  await assertDatabase(settings);
}

/** Migrates the database, and prints errors in lessons that the build has not seen; returns the number of people. */
async function openSchool({ contentDir }: Env, isEdited: boolean): Promise<number> {
  const { countUsers } = await import('#db/users.ts');
  const { world } = await import('#lib/server/host/process-world.ts');
  if (isEdited) await printLessonErrors(contentDir);
  if (!hasTracks(contentDir))
    console.warn(`No lesson was found under ${contentDir}. Set CONTENT_DIR to the folder with the tracks.`);
  const { database } = await world();
  try {
    return await countUsers(database.db);
  } finally {
    await database.close();
  }
}

/** A build with errors in its lessons was never made, so there is nothing to look for in one that is up to date. */
async function printLessonErrors(contentDir: string): Promise<void> {
  const { compiledFolder } = await import('#lib/server/content/compiled-files.ts');
  const { loadLibrary } = await import('#lib/server/content/library.ts');
  const { findings } = await loadLibrary(contentDir, compiledFolder());
  if (printErrors(findings) > 0) console.error('The lessons with these errors are not shown.');
}

const hasTracks = (contentDir: string): boolean =>
  readdirSync(contentDir).some((name) => existsSync(join(contentDir, name, 'track.mdx')));

/** Throws one sentence when the database went away after it was checked, or has no room for the first change. */
function explainOutage(error: unknown): never {
  const problem = outageText(error);
  throw problem === null ? error : new EnvironmentError(problem, { cause: error });
}

/** The host name by which this machine reaches a server that listens on `host`. */
function reachedAt(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** Ignores a HOSTNAME that is the machine's own name: containers set it, and it would exclude the loopback address. */
function listenOn(given: string | undefined): string {
  return given && given !== hostname() ? given : '0.0.0.0';
}

try {
  process.exitCode = await main();
} catch (error) {
  // Prints the message without its stack: the operator can fix what stops a start.
  const isExpected = error instanceof EnvironmentError || !process.env.DEBUG;
  console.error(isExpected ? errorText(error) : error);
  process.exitCode = 1;
}
