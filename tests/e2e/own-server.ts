import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/cli/serve/free-port.ts';

export interface OwnServer {
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
  /** Another build takes over, with the same data at the same address. */
  update(root: string): Promise<void>;
}

const ours = join(import.meta.dirname, '../..');

/** Serves the build that the suite has made, with data and environment of its own; for what the demo school cannot show. */
export async function startServer(environment: Record<string, string>): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-own-'));
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
  };
  let child = await served(ours, url, variables);
  return {
    url,
    dataDir,
    async stop() {
      await stopGroup(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
    async update(root) {
      await stopGroup(child);
      child = await served(root, url, variables);
    },
  };
}

async function served(cwd: string, url: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  try {
    await ready(`${url}/api/health`, child);
  } catch (error) {
    await stopGroup(child);
    throw new Error(`The server did not start. It said:\n${said.slice(-3000)}`, { cause: error });
  }
  return child;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('It was not ready within a minute');
}

/** Ends the process group that was started here, and nothing else. */
async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
