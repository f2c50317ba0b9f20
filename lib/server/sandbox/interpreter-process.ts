import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { runOutcome } from './run-outcome.ts';

/** The limits of one run, from when its interpreter is ready; in milliseconds and bytes. */
export interface Allowance {
  /** Processor time. */
  readonly cpuMs: number;
  /** Elapsed time, for programs that sleep and for busy machines. */
  readonly wallMs: number;
  /** Memory of the whole process; the program's own limit of 256 MiB is set in its WebAssembly. */
  readonly rss: number;
}

export const allowance: Allowance = { cpuMs: 5_000, wallMs: 20_000, rss: 900 * 1024 * 1024 };

/** The longest start of a process, far beyond what it needs. */
const maxStartMs = 60_000;
const graceMs = 3_000;
/** A program runs with a lower priority than the server, so that pages come first. */
const niceness = 5;

/** A process with one interpreter in it, for one run. */
export interface InterpreterProcess {
  /** True when the process waits for a program; false when it ended before. */
  readonly ready: Promise<boolean>;
  readonly isAlive: () => boolean;
  run(run: Run, allowed: Allowance): Promise<RunOutcome>;
  kill(): void;
}

const CallValue = z.union([
  z.object({ gives: z.string().max(10_000) }),
  z.object({ fails: z.string().max(200) }),
  z.object({ notData: z.literal(true) }),
]);

const ChildMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('time-out') }),
  z.object({ kind: z.literal('out-of-memory') }),
  z.object({ kind: z.literal('crashed'), why: z.string() }),
  z.object({
    kind: z.literal('ran'),
    exitCode: z.number(),
    trapped: z.boolean(),
    deep: z.boolean(),
    full: z.boolean(),
    cut: z.boolean(),
    report: z.string().nullable(),
    values: z.array(CallValue).max(100),
    stdout: z.string(),
    stderr: z.string(),
  }),
]);

/** Starts a process with the interpreter of a language. */
export function startInterpreter(language: RunLanguage): InterpreterProcess {
  const child = spawnChild(language);
  const isAlive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  const ready = new Promise<boolean>((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), maxStartMs);
    const settle = (isReady: boolean) => {
      clearTimeout(late);
      resolve(isReady);
    };
    child.once('message', (message) => settle(ChildMessage.safeParse(message).data?.kind === 'ready'));
    child.once('exit', () => settle(false));
    child.once('error', () => settle(false));
  });
  return {
    ready,
    isAlive,
    run: (run, allowed) => execute(child, run, allowed),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Next's types require a variable that the child process does not need. */
const noEnvironment: NodeJS.ProcessEnv = Object.create(null);

/** The process has no environment and no standard streams, and may read only the files it runs: a second layer of isolation around WebAssembly. */
function spawnChild(language: RunLanguage): ChildProcess {
  const root = process.cwd();
  const inRoot = (...path: string[]) => join(/* turbopackIgnore: true */ root, ...path);
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const readable = [
    inRoot('package.json'),
    inRoot('lib', 'interpreter', '*'),
    inRoot('lib', 'server', 'sandbox', '*'),
    inRoot('node_modules', '@runno', '*'),
  ];
  const child = spawn(
    process.execPath,
    [
      permission,
      '--no-warnings',
      '--allow-worker',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      inRoot('lib', 'server', 'sandbox', 'child.mjs'),
      language,
    ],
    { env: noEnvironment, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], windowsHide: true },
  );
  // A waiting process must not keep the server alive.
  child.unref();
  child.channel?.unref();
  return child;
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // The process has ended, or the system has no priorities.
  }
}

function execute(child: ChildProcess, run: Run, allowed: Allowance): Promise<RunOutcome> {
  const { language, program, calls, input } = run;
  return new Promise((resolve) => {
    const settle = (outcome: RunOutcome) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    // The process enforces its own limits; this timer is for one that hangs.
    const late = setTimeout(() => settle({ kind: 'time-out' }), allowed.wallMs + graceMs);
    child.once('exit', () => settle({ kind: 'crashed' }));
    child.once('error', () => settle({ kind: 'crashed' }));
    child.on('message', (message) => {
      const parsed = ChildMessage.safeParse(message);
      if (!parsed.success || parsed.data.kind === 'crashed') return settle({ kind: 'crashed' });
      if (parsed.data.kind === 'ran') return settle(runOutcome(language, parsed.data));
      if (parsed.data.kind !== 'ready') settle({ kind: parsed.data.kind });
    });
    lowerPriority(child);
    child.send({ job: { program, calls, input, token: randomUUID() }, allowance: allowed }, (error) => {
      if (error) settle({ kind: 'crashed' });
    });
  });
}
