import { once } from 'node:events';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { type NextOptions, runNext, runServer, type Variables } from '#lib/cli/serve/run-command.ts';
import { send } from './http-request.ts';

/** A server that was started here. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Ends its process group. */
  stop(): Promise<void>;
}

export interface ServerPlan {
  /** The folder of the built app; empty for Surefoot itself. */
  readonly folder: string;
  /** A page that answers with status 200 once the server is ready. */
  readonly readyPath: string;
  readonly variables: (url: string) => Variables;
  /** Writes a processor profile to this folder when the server ends. */
  readonly profileTo?: string | undefined;
}

/** Starts a production server on a free port of 127.0.0.1. Its output goes to standard error. */
export async function startServer({ folder, readyPath, variables, profileTo }: ServerPlan): Promise<Server> {
  const port = await freePort();
  const args = ['--port', String(port), '--hostname', '127.0.0.1'];
  const nodeOptions = profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`] : [];
  const options = { stdio: ['ignore', 2, 2], detached: true, nodeOptions } satisfies NextOptions;
  const given = variables(`http://localhost:${port}`);
  // The twin has Node's own settings; ours has those of `npm start`.
  const child = folder
    ? runNext(['start', folder, ...args], given, options)
    : runServer(args, given, options);
  const { pid } = child;
  if (pid === undefined) throw new Error('The server could not be started');
  const end = () => child.exitCode === null && child.signalCode === null && process.kill(-pid, 'SIGTERM');
  process.once('exit', end);
  const stop = async () => {
    const exited = once(child, 'exit');
    if (end()) await exited;
    process.off('exit', end);
  };
  const deadlineMs = performance.now() + 60_000;
  while (child.exitCode === null && performance.now() < deadlineMs) {
    if (await isReady(port, readyPath)) return { pid, port, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`The server of ${folder || 'Surefoot'} did not become ready`);
}

async function isReady(port: number, path: string): Promise<boolean> {
  try {
    return (await send(port, { method: 'GET', path, headers: {} })).status === 200;
  } catch {
    // The server does not listen yet.
    return false;
  }
}
