import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { lessonsVariable } from '#tests/lessons-variable.ts';
import { runCommand, startGroup, stopGroup, waitUntilReady } from './own-server.ts';

const variable = 'E2E_SNAPSHOT';

/** The database of the demo school as `npm run demo` seeds it; written by the set-up below, read by every worker. */
export function snapshotFile(): string {
  const file = process.env[variable];
  if (!file) throw new Error('The demo school was not seeded: run the browser tests by their configuration');
  return file;
}

/**
 * Runs before the first case: opens the demo as `npm run demo` does, takes a copy of its database, and closes it again.
 * Seeding takes half a minute, so every worker starts from the copy.
 */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'surefoot-e2e-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    process.env[variable] = await seed(folder);
    // The demo has just made sure that the build is of these very sources.
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
  // Not by npm, which would be gone before the demo has cleared up.
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
  if (existsSync(env.DATA_DIR)) throw new Error('The demo was closed and left its school behind');
  return snapshot;
}
