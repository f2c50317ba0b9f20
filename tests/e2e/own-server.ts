import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/cli/serve/free-port.ts';

export interface OwnServer {
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Serves the build that the suite has made, with data and environment of its own; for what the demo school cannot show. */
export async function startServer(environment: Record<string, string>): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-own-'));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      PORT: port,
      HOSTNAME: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PUBLIC_URL: url,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  const stop = () => stopGroup(child, dataDir);
  try {
    await ready(`${url}/api/health`, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start. It said:\n${said.slice(-3000)}`, { cause: error });
  }
  return { url, dataDir, stop };
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
async function stopGroup(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
