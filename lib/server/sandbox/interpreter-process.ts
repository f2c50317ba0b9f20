import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { runLimitMs } from '#lib/interpreter/runtime.ts';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { setNiceness } from './niceness.ts';
import { runOutcome } from './run-outcome.ts';

/** The limits of one run, from when its interpreter is ready; in milliseconds and bytes. */
export interface Allowance {
  /** Processor time. */
  readonly cpuMs: number;
  /** Elapsed time, for programs that sleep and for busy machines. */
  readonly wallMs: number;
  /** Memory of the whole process; the program's own limit of 256 MiB is set in its WebAssembly. */
  readonly rss: number;
  /** Processor time and elapsed time of the first slice, in which an honest program is usually done. */
  readonly sliceCpuMs: number;
  readonly sliceWallMs: number;
}

export const allowance: Allowance = {
  cpuMs: runLimitMs,
  wallMs: 20_000,
  rss: 900 * 1024 * 1024,
  sliceCpuMs: 400,
  sliceWallMs: 1_200,
};

/** Of every run that a learner sees: sets of texts have one order. */
export const usualHashSeed = '0';

/** The longest start of a process, far beyond what it needs. */
const maxStartMs = 60_000;
const graceMs = 3_000;
/** Who a process works for: somebody whose runs finish (a spare one too), anybody else in the fast lane, the slow lane. */
export type Urgency = 'known' | 'new' | 'slow';
/** Programs run with a lower priority than the server, so that pages come first, and slow ones last: at a third of the weight of the fast lane. */
const niceness = { known: 5, new: 5, slow: 10 } as const;

export interface RunOrder {
  readonly urgency: Urgency;
  /** Told once when the first slice of a run in the fast lane is over: whether it goes on, in the slow lane. */
  onSlice(): boolean;
}

/** A process with one interpreter in it, for one run. */
export interface InterpreterProcess {
  /** True when the process waits for a program; false when it ended before. */
  readonly ready: Promise<boolean>;
  readonly isReady: () => boolean;
  readonly isAlive: () => boolean;
  /** Undefined when the run was stopped after its first slice. */
  run(run: Run, allowed: Allowance, order: RunOrder): Promise<RunOutcome | undefined>;
  kill(): void;
}

const CallValue = z.union([
  z.object({ gives: z.string().max(10_000) }),
  z.object({ fails: z.string().max(200) }),
  z.object({ notData: z.literal(true) }),
]);

const ChildMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('slice-over') }),
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

/** Starts a process with the interpreter of a language; `hashSeed` decides the order of Python's sets of texts. */
export function startInterpreter(
  language: RunLanguage,
  urgency: Urgency,
  hashSeed = usualHashSeed,
): InterpreterProcess {
  const child = spawnChild(language, hashSeed);
  stepBack(child, urgency);
  const isAlive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  let isReady = false;
  const ready = new Promise<boolean>((resolve) => {
    const late = setTimeout(() => {
      // Nothing else may keep a command alive until the end of the process is reported.
      child.ref();
      child.kill('SIGKILL');
    }, maxStartMs);
    const settle = (isWaiting: boolean) => {
      clearTimeout(late);
      isReady = isWaiting;
      resolve(isWaiting);
    };
    child.once('message', (message) => settle(ChildMessage.safeParse(message).data?.kind === 'ready'));
    child.once('exit', () => settle(false));
    child.once('error', () => settle(false));
  });
  return {
    ready,
    isReady: () => isReady && isAlive(),
    isAlive,
    run: (run, allowed, order) => execute(child, run, allowed, order),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Next's types require a variable that the child process does not need. */
const noEnvironment: NodeJS.ProcessEnv = Object.create(null);

/** The process has no environment and no standard streams, and may read only the files it runs: a second layer of isolation around WebAssembly. */
function spawnChild(language: RunLanguage, hashSeed: string): ChildProcess {
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
      hashSeed,
    ],
    { env: noEnvironment, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], windowsHide: true },
  );
  // A waiting process must not keep the server alive.
  child.unref();
  child.channel?.unref();
  return child;
}

function stepBack({ pid }: ChildProcess, urgency: Urgency): void {
  if (pid !== undefined) setNiceness(pid, niceness[urgency]);
}

function execute(
  child: ChildProcess,
  run: Run,
  allowed: Allowance,
  { urgency, onSlice }: RunOrder,
): Promise<RunOutcome | undefined> {
  const { language, setup, program, calls, input } = run;
  return new Promise((resolve) => {
    const settle = (outcome: RunOutcome | undefined) => {
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
      if (parsed.data.kind === 'ready') return;
      if (parsed.data.kind !== 'slice-over') return settle({ kind: parsed.data.kind });
      if (!onSlice()) return settle(undefined);
      stepBack(child, 'slow');
    });
    stepBack(child, urgency);
    const job = { setup, program, calls, input, token: randomUUID() };
    child.send({ job, allowance: allowed, isSliced: urgency !== 'slow' }, (error) => {
      if (error) settle({ kind: 'crashed' });
    });
  });
}
