import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printErrors } from '#lib/cli/serve/print-errors.ts';
import { compiledLessons, loadLibrary } from '#lib/server/content/library.ts';
import { EnvironmentError, readEnv } from '#lib/server/host/env.ts';
import { exitCodeOf, forwardSignals, runNext } from './serve/run-command.ts';
import { saveStamp, stampSources } from './serve/source-stamp.ts';

/** `npm run build`: lessons first, because the pages are made from them; then Next. */
async function main(): Promise<number> {
  const { contentDir } = readEnv({ CONTENT_DIR: process.env.CONTENT_DIR });
  // Taken first: what is changed while we build makes the build an old one.
  const stamp = await stampSources(contentDir);
  console.log('Checking the lessons …');
  if (!(await isSound(contentDir))) return 1;
  console.log('Building the pages …');
  // Lessons compiled by another version of the compiler must not be taken for this one's.
  rmSync(compiledLessons(), { recursive: true, force: true });
  // Pages are made ahead without a school, so that building never touches the one there is.
  const nowhere = mkdtempSync(join(tmpdir(), 'surefoot-build-'));
  try {
    const child = runNext(['build'], { DATA_DIR: nowhere, DATABASE_URL: '' });
    forwardSignals(child);
    const code = await exitCodeOf(child);
    if (code !== 0) return code;
  } finally {
    rmSync(nowhere, { recursive: true, force: true });
  }
  await saveStamp(stamp);
  console.log('Built. "npm start" serves it.');
  return 0;
}

/** Compiles as the server does and lists what is wrong. */
async function isSound(contentDir: string): Promise<boolean> {
  const library = await loadLibrary(contentDir, null);
  const errors = printErrors(library.findings);
  if (errors > 0) {
    console.error(`Nothing was built: the lessons have ${errors} error${errors === 1 ? '' : 's'}.`);
    return false;
  }
  const lessons = library.lessons().length;
  const doubts = library.findings.length;
  console.log(`${lessons} lessons in ${library.tracks.length} tracks, no errors, ${doubts} warnings`);
  return true;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
