import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { lessonsVariable } from '#tests/lessons-variable.ts';
import { runCommand, startGroup, stopGroup, waitUntilReady } from './own-server.ts';
import { endUnderLoad } from './under-load.ts';

const variable = 'E2E_SNAPSHOT';

/** The file with the seeded database of the demo school, which every worker copies. */
export function snapshotFile(): string {
  const file = process.env[variable];
  if (!file) throw new Error('The demo school was not seeded: run the browser tests by their configuration');
  return file;
}

/** Runs before the first test: seeds the demo school, unless a step of the run has done so. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'surefoot-e2e-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const snapshot = process.env[variable] || join(folder, 'snapshot.db');
    if (!existsSync(snapshot)) await seedSchool(snapshot, folder);
    process.env[variable] = snapshot;
    // The demo has just ensured that the build is made from the current sources.
    process.env[lessonsVariable] = '.next/compiled';
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

/**
 * Starts the demo as `npm run demo` does, copies its database into a file and ends it under load, which must leave nothing
 * behind. Seeding takes half a minute of one core, so every worker starts from the copy, no test of stop.spec.ts makes
 * another demo to end it by SIGTERM, and a run seeds beside another step.
 */
async function seedSchool(snapshot: string, folder: string): Promise<void> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'demo'), DATABASE_URL: '' };
  // Not started by npm, which would end before the demo has removed its data.
  const demo = startGroup(process.execPath, ['--import', 'tsx', 'lib/cli/demo.ts'], {
    ...{ env, cwd: join(import.meta.dirname, '../..') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demo.stdout?.pipe(process.stdout, { end: false });
  demo.stderr?.pipe(process.stderr, { end: false });
  try {
    await waitUntilReady(`http://localhost:${port}/api/health`, demo, 600_000);
    await runCommand('lib/cli/admin.ts', ['backup', snapshot], env);
    await endUnderLoad(demo, port, { signal: 'SIGTERM' });
  } finally {
    await stopGroup(demo);
  }
  if (existsSync(env.DATA_DIR)) throw new Error('The demo was stopped but did not remove its data');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const snapshot = snapshotFile();
  await seedSchool(snapshot, dirname(snapshot));
}
