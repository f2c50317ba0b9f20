import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { startGroup, waitUntilReady } from './own-server.ts';
import { test } from './school.ts';
import { endUnderLoad } from './under-load.ts';

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
}

async function start(command: string, args: readonly string[]): Promise<Started> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-stop-'));
  const url = `http://localhost:${port}`;
  const own = { PORT: String(port), HOSTNAME: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: url };
  const env = { ...process.env, DATABASE_URL: '', ...own };
  const child = startGroup(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  child.once('close', () => rmSync(dataDir, { recursive: true, force: true }));
  await waitUntilReady(`${url}/api/health`, child, 120_000);
  return { child, port };
}

const npm = ['npm', 'start'] as const;
const ours = [process.execPath, '--import', 'tsx', 'lib/cli/start.ts'] as const;
const demo = [process.execPath, '--import', 'tsx', 'lib/cli/demo.ts'] as const;

// SIGTERM ends the demo whose school all tests copy (seeded-school.ts).
for (const { name, line, signal, toGroup } of [
  { name: 'SIGTERM to npm alone', line: npm, signal: 'SIGTERM', toGroup: false },
  { name: 'SIGINT to npm alone', line: npm, signal: 'SIGINT', toGroup: false },
  { name: 'SIGINT to the terminal of npm', line: npm, signal: 'SIGINT', toGroup: true },
  { name: 'the sudden end of npm', line: npm, signal: 'SIGKILL', toGroup: false },
  { name: 'SIGTERM to the start itself', line: ours, signal: 'SIGTERM', toGroup: false },
  { name: 'SIGINT to the start itself', line: ours, signal: 'SIGINT', toGroup: false },
  { name: 'SIGINT to the demo', line: demo, signal: 'SIGINT', toGroup: false },
] as const) {
  test(`${name} ends the server under load and leaves nothing behind`, async () => {
    test.setTimeout(180_000);
    const [command, ...args] = line;
    const { child, port } = await start(command, args);
    await endUnderLoad(child, port, { signal, toGroup });
  });
}

test('SIGTERM to npm ends a demo that is being made, and removes its data', async () => {
  test.setTimeout(180_000);
  const folder = join(mkdtempSync(join(tmpdir(), 'surefoot-stop-')), 'demo');
  const env = { ...process.env, DATABASE_URL: '', PORT: String(await freePort()), DATA_DIR: folder };
  const child = startGroup('npm', ['run', 'demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  const allGone = once(child, 'close');
  await expect.poll(() => existsSync(join(folder, 'surefoot.db')), { timeout: 120_000 }).toBe(true);
  child.kill('SIGTERM');
  await allGone;
  expect(existsSync(folder)).toBe(false);
});
