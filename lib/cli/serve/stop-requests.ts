import type { ChildProcess } from 'node:child_process';
import { exitCodeOf } from './run-command.ts';

/** Requests to end this process: a signal, or the end of the npm that started it. */
export interface StopRequests {
  readonly isStopping: () => boolean;
  /**
   * Waits for a child process and returns its exit code. A request to stop is passed on to it; it is killed when it takes
   * longer than ten seconds, or at a second request.
   */
  waitFor(child: ChildProcess): Promise<number>;
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const limitMs = 10_000;
/** A terminal and npm may both send a signal for one request. */
const sameRequestMs = 1_000;

/**
 * Starts listening. While no child is waited for, a request ends this process at once; as process 1 of a container it
 * would not end without a listener.
 *
 * @param script the name of the npm script, whose end counts as a request when this process was started by it
 */
export function listenForStop(script?: string): StopRequests {
  let child: ChildProcess | undefined;
  let requestedMs: number | undefined;
  const request = (signal: NodeJS.Signals): void => {
    const isFirst = requestedMs === undefined;
    requestedMs ??= performance.now();
    if (!child) process.exit(0);
    if (isFirst) {
      child.kill(signal);
      setTimeout(() => child?.kill('SIGKILL'), limitMs).unref();
    } else if (performance.now() - requestedMs > sameRequestMs) child.kill('SIGKILL');
  };
  for (const signal of signals) process.on(signal, request);
  if (script !== undefined && process.env.npm_lifecycle_event === script)
    onParentEnd(() => request('SIGTERM'));
  return {
    isStopping: () => requestedMs !== undefined,
    async waitFor(started) {
      child = started;
      try {
        return await exitCodeOf(started);
      } finally {
        child = undefined;
      }
    },
  };
}

/** Calls `act` once when another process has become the parent, because the parent has ended. */
function onParentEnd(act: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}
