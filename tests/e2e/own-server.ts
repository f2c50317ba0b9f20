import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '#lib/cli/serve/free-port.ts';

export interface OwnServer {
  readonly url: string;
  readonly dataDir: string;
  /** Everything that was printed since the last start. */
  output(): string;
  stop(): Promise<void>;
  /** Replaces the server by another build, with the same data at the same address. */
  update(root: string): Promise<void>;
}

const ours = join(import.meta.dirname, '../..');

/**
 * Serves the build of the suite with its own data folder and environment: an empty school, or a copy of a database file.
 */
export async function startServer(
  environment: Record<string, string>,
  database?: string,
): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-own-'));
  if (database) copyFileSync(database, join(dataDir, 'surefoot.db'));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const variables = {
    ...process.env,
    PORT: port,
    HOSTNAME: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: url,
    ...environment,
    NODE_OPTIONS: nodeOptions(environment.NODE_OPTIONS),
  };
  let started = await startAndWait(ours, url, variables);
  return {
    url,
    dataDir,
    output: () => started.output(),
    async stop() {
      await stopGroup(started.child);
      rmSync(dataDir, { recursive: true, force: true });
    },
    async update(root) {
      await stopGroup(started.child);
      started = await startAndWait(root, url, variables);
    },
  };
}

/** With SLOW_SCRIPTS=1 the server delays scripts, so that a test that acts before hydration fails each time. */
function nodeOptions(given = process.env.NODE_OPTIONS ?? ''): string {
  if (process.env.SLOW_SCRIPTS !== '1') return given;
  return `${given} --import=${new URL('./slow-scripts.mjs', import.meta.url).href}`.trim();
}

interface Started {
  readonly child: ChildProcess;
  output(): string;
}

async function startAndWait(cwd: string, url: string, env: NodeJS.ProcessEnv): Promise<Started> {
  const child = startGroup('npm', ['start'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  try {
    await waitUntilReady(`${url}/api/health`, child, 60_000);
  } catch (error) {
    await stopGroup(child);
    throw new Error(`The server did not start. Its output:\n${output.slice(-3000)}`, { cause: error });
  }
  return { child, output: () => output };
}

/** Waits until the URL responds; throws as soon as the server's process has ended. */
export async function waitUntilReady(url: string, child: ChildProcess, patienceMs: number): Promise<void> {
  const deadlineMs = performance.now() + patienceMs;
  while (performance.now() < deadlineMs) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error(`It was not ready within ${patienceMs / 1000} s`);
}

/** Starts a process in a new process group, which ends with this process, also when a run is aborted. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** Ends the process group that was started here, and nothing else. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** Runs one of our commands to its end and returns its output; throws with the output when it fails. */
export async function runCommand(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const command = [process.execPath, ['--import', 'tsx', file, ...args]] as const;
  const { stdout } = await promisify(execFile)(...command, { env, cwd: ours, maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}
