import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const securityHeaders = new URL('../../server/door/start-security-headers.mjs', import.meta.url).href;
const nextCommand = createRequire(import.meta.url).resolve('next/dist/bin/next');

export type Variables = Readonly<Record<string, string>>;

export interface NextOptions extends SpawnOptions {
  /** Options of Node itself, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** Starts Next's own command, on the same terminal unless the options say otherwise. */
export function runNext(
  args: readonly string[],
  variables: Variables = {},
  { nodeOptions = [], ...options }: NextOptions = {},
): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, nextCommand, ...args], {
    stdio: 'inherit',
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...variables },
  });
}

/** Starts the server of a build, on the address that is given by Next's options. */
export function runServer(
  args: readonly string[],
  variables: Variables = {},
  options: NextOptions = {},
): ChildProcess {
  const nodeOptions = [
    ...heapOptions(process.env.NODE_OPTIONS),
    ...['--import', securityHeaders],
    ...(options.nodeOptions ?? []),
  ];
  return runNext(['start', ...args], variables, { ...options, nodeOptions });
}

/**
 * The limit of the server's heap in MB, far above the 60 that it needs. V8 collects when what was left by the last
 * collection has grown by a factor, and the limit sets the factor: 1.8 here, but 4 from 2 GB on, which is Node's own limit
 * on most machines. That would leave most of the resident memory to garbage.
 */
const heapLimitMb = 1536;

/** Options of Node for the server, unless the operator has chosen a limit in NODE_OPTIONS. */
export function heapOptions(chosen = ''): string[] {
  return /--max[-_]old[-_]space[-_]size/.test(chosen) ? [] : [`--max-old-space-size=${heapLimitMb}`];
}

/** Starts another script of ours in a separate process, which frees its memory when it ends. */
export function runScript(file: string, variables: Variables = {}, options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: 'inherit',
    ...options,
    env: { ...process.env, ...variables },
  });
}

/** The exit code of a process; 1 when a signal ended it. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Forwards every signal to a child process; the returned function tells whether there was one. */
export function forwardSignals(child: ChildProcess): () => boolean {
  let wasSignalled = false;
  for (const signal of signals) {
    process.on(signal, () => {
      wasSignalled = true;
      child.kill(signal);
    });
  }
  return () => wasSignalled;
}
