import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const nextCommand = createRequire(import.meta.url).resolve('next/dist/bin/next');

export type Variables = Readonly<Record<string, string>>;

/** Next's own command, speaking to the same terminal. */
export function runNext(args: readonly string[], variables: Variables = {}): ChildProcess {
  return spawn(process.execPath, [nextCommand, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...variables },
  });
}

/** Another command of ours, in a process of its own whose memory is given back when it is done. */
export function runScript(file: string, variables: Variables = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
}

/** The exit code of a process; one that was stopped by a signal counts as failed. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Hands every request to stop on, and says afterwards whether there was one. */
export function forwardSignals(child: ChildProcess): () => boolean {
  let asked = false;
  for (const signal of signals) {
    process.on(signal, () => {
      asked = true;
      child.kill(signal);
    });
  }
  return () => asked;
}
