import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const nextCommand = createRequire(import.meta.url).resolve('next/dist/bin/next');
/** What the server loads before Next: it ends in order, sends the headers of security and refuses malformed requests. */
const preloaded = [
  './graceful-stop.mjs',
  '../../server/door/start-security-headers.mjs',
  '../../server/host/guard-requests.mjs',
].map((path) => new URL(path, import.meta.url).href);

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
    ...preloaded.map((url) => `--import=${url}`),
    ...heapOptions(process.env.NODE_OPTIONS),
    ...(options.nodeOptions ?? []),
  ];
  const stopping = { NEXT_MANUAL_SIG_HANDLE: '1', SUREFOOT_PARENT: String(process.pid) };
  return runNext(['start', ...args], { ...stopping, ...variables }, { ...options, nodeOptions });
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
