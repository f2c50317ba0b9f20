import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { lessonsVariable } from '#tests/lessons-variable.ts';
import { runCommand, startGroup, stopGroup, waitUntilReady } from './own-server.ts';

const variable = 'E2E_SNAPSHOT';

/** The file with the seeded database of the demo school; the set-up below writes it, every worker copies it. */
export function snapshotFile(): string {
  const file = process.env[variable];
  if (!file) throw new Error('The demo school was not seeded: run the browser tests by their configuration');
  return file;
}

/**
 * Runs before the first test: starts the demo as `npm run demo` does, copies its database and stops it. Seeding takes
 * half a minute, so every worker starts from the copy.
 */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'surefoot-e2e-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    process.env[variable] = await seed(folder);
    // The demo has just ensured that the build is made from the current sources.
    process.env[lessonsVariable] = '.next/compiled';
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

async function seed(folder: string): Promise<string> {
  const snapshot = join(folder, 'snapshot.db');
  const port = String(await freePort());
  const env = { ...process.env, PORT: port, DATA_DIR: join(folder, 'demo'), DATABASE_URL: '' };
  // Not started by npm, which would end before the demo has removed its data.
  const demo = startGroup(process.execPath, ['--import', 'tsx', 'lib/cli/demo.ts'], {
    ...{ env, cwd: join(import.meta.dirname, '../..') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    await waitUntilReady(`http://localhost:${port}/api/health`, demo, 600_000);
    await runCommand('lib/cli/admin.ts', ['backup', snapshot], env);
  } finally {
    await stopGroup(demo);
  }
  if (existsSync(env.DATA_DIR)) throw new Error('The demo was stopped but did not remove its data');
  return snapshot;
}
