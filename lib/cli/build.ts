import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printErrors } from '#lib/cli/serve/print-errors.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { loadHandbook } from '#lib/server/content/handbook.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { EnvironmentError, readEnv } from '#lib/server/host/env.ts';
import { runNext } from './serve/run-command.ts';
import { servingNow } from './serve/serving.ts';
import { saveStamp, stampSources } from './serve/source-stamp.ts';
import { listenForStop } from './serve/stop-requests.ts';

/** `npm run build`: checks the lessons first, because pages are built from them, then runs Next's build. */
async function main(): Promise<number> {
  const stop = listenForStop();
  const [server] = servingNow();
  if (server !== undefined) {
    console.error(
      `Process ${server} serves the build of this folder, and a new build would take its files away. Stop it first, or build in another folder: see /help/operator/upgrading.`,
    );
    return 1;
  }
  const { contentDir } = readEnv({ CONTENT_DIR: process.env.CONTENT_DIR });
  // Hashed before the build, so that a file that changes during it makes the build stale.
  const stamp = await stampSources(contentDir);
  console.log('Checking the lessons …');
  if (!(await isSound(contentDir))) return 1;
  console.log('Building the pages …');
  // Removes lessons that another version of the compiler has compiled.
  rmSync(compiledFolder(), { recursive: true, force: true });
  // Pages are built with an empty data folder, so that a build never touches the school's database.
  const emptyDataDir = mkdtempSync(join(tmpdir(), 'surefoot-build-'));
  try {
    const code = await stop.waitFor(runNext(['build'], { DATA_DIR: emptyDataDir, DATABASE_URL: '' }));
    if (code !== 0) return code;
  } finally {
    rmSync(emptyDataDir, { recursive: true, force: true });
  }
  // Next's build empties its folder, so only now: a server that finds all this compiled never loads the compiler.
  await loadLibrary(contentDir, compiledFolder());
  await loadHandbook(compiledFolder());
  await processCompiler().close();
  await saveStamp(stamp);
  console.log('Built. "npm start" serves it.');
  return 0;
}

/** Compiles the lessons as the server does and prints their errors. */
async function isSound(contentDir: string): Promise<boolean> {
  const library = await loadLibrary(contentDir, null);
  const errors = printErrors(library.findings);
  if (errors > 0) {
    console.error(`Nothing was built: the lessons have ${errors} error${errors === 1 ? '' : 's'}.`);
    return false;
  }
  const lessons = library.lessons().length;
  const warnings = library.findings.length;
  console.log(`${lessons} lessons in ${library.tracks.length} tracks, no errors, ${warnings} warnings`);
  return true;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
