import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { runOutcome } from './run-outcome.ts';

/** What one run may use, once its interpreter is ready; milliseconds and bytes. */
export interface Allowance {
  /** Processor time. */
  readonly cpuMs: number;
  /** By the clock, for programs that sleep, and for machines that are busy. */
  readonly wallMs: number;
  /** Of the whole process: the program's own ceiling of 256 MiB stands in its WebAssembly. */
  readonly rss: number;
}

export const allowance: Allowance = { cpuMs: 5_000, wallMs: 20_000, rss: 900 * 1024 * 1024 };

/** How long the process itself has, beyond what it should need. */
const maxStartMs = 60_000;
const graceMs = 3_000;
/** A program runs below the server, so that pages come first; its interpreter starts beside it. */
const niceness = 5;

/** A process with one interpreter in it, for one run. */
export interface InterpreterProcess {
  /** Resolves when it waits for a program; false when it ended before. */
  readonly ready: Promise<boolean>;
  readonly isAlive: () => boolean;
  run(run: Run, allowed: Allowance): Promise<RunOutcome>;
  kill(): void;
}

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
    stdout: z.string(),
    stderr: z.string(),
  }),
]);

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

/** Node's types ask for a variable that a child does not need. */
const noEnvironment: NodeJS.ProcessEnv = Object.create(null);

/** No environment, no standard streams, and of the disk only what it runs: the second wall around the first. */
function spawnChild(language: RunLanguage): ChildProcess {
  const root = process.cwd();
  const at = (...path: string[]) => join(/* turbopackIgnore: true */ root, ...path);
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const readable = [
    at('package.json'),
    at('lib', 'interpreter', '*'),
    at('lib', 'server', 'sandbox', '*'),
    at('node_modules', '@runno', '*'),
  ];
  const child = spawn(
    process.execPath,
    [
      permission,
      '--no-warnings',
      '--allow-worker',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      at('lib', 'server', 'sandbox', 'child.mjs'),
      language,
    ],
    { env: noEnvironment, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], windowsHide: true },
  );
  // One that only waits keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  return child;
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // It ended already, or the system has no priorities.
  }
}

function execute(child: ChildProcess, run: Run, allowed: Allowance): Promise<RunOutcome> {
  const { language, program, calls, input } = run;
  const report = `report-${randomUUID()}`;
  return new Promise((resolve) => {
    const settle = (outcome: RunOutcome) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    // It watches itself; this is for one that cannot any more.
    const late = setTimeout(() => settle({ kind: 'time-out' }), allowed.wallMs + graceMs);
    child.once('exit', () => settle({ kind: 'crashed' }));
    child.once('error', () => settle({ kind: 'crashed' }));
    child.on('message', (message) => {
      const told = ChildMessage.safeParse(message);
      if (!told.success || told.data.kind === 'crashed') return settle({ kind: 'crashed' });
      if (told.data.kind === 'ran') return settle(runOutcome(language, told.data));
      if (told.data.kind !== 'ready') settle({ kind: told.data.kind });
    });
    lowerPriority(child);
    child.send({ job: { program, calls, input, report }, allowance: allowed }, (error) => {
      if (error) settle({ kind: 'crashed' });
    });
  });
}
