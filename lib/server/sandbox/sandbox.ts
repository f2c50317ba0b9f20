import { availableParallelism } from 'node:os';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { onStop } from '#lib/server/host/stopping.ts';
import { fairQueue, type QueueLimits } from './fair-queue.ts';
import {
  type Allowance,
  allowance,
  type InterpreterProcess,
  startInterpreter,
} from './interpreter-process.ts';

/** Runs untrusted programs, each in a separate process, in WebAssembly, without access to files, network or environment. */
export interface Sandbox {
  /** Users take turns. Never rejects because of what a program does. */
  run(run: Run, userId: string): Promise<RunOutcome>;
}

export interface OpenSandbox extends Sandbox {
  /** Ends all its processes, running and waiting. */
  close(): void;
}

/** A spare process that is idle for so long is ended; the next run starts another. */
const idleMs = 10 * 60_000;
const queueLimits = {
  running: Math.max(2, Math.min(4, availableParallelism())),
  waiting: 60,
  waitingEach: 3,
} as const;

/** The first run of a language starts its interpreter; after each run a spare one is started for the next. */
export function openSandbox(allowed: Allowance = allowance, limits: QueueLimits = queueLimits): OpenSandbox {
  const queue = fairQueue(limits);
  const all = new Set<InterpreterProcess>();
  const spare = new Map<RunLanguage, InterpreterProcess>();
  let isOpen = true;

  function start(language: RunLanguage): InterpreterProcess {
    const made = startInterpreter(language);
    all.add(made);
    return made;
  }

  function end(one: InterpreterProcess): void {
    one.kill();
    all.delete(one);
  }

  function startSpare(language: RunLanguage): void {
    if (!isOpen || spare.get(language)?.isAlive()) return;
    const made = start(language);
    spare.set(language, made);
    const tooLong = setTimeout(() => {
      if (spare.get(language) !== made) return;
      spare.delete(language);
      end(made);
    }, idleMs);
    tooLong.unref();
  }

  /** The spare interpreter, or a new one; a spare that has died is skipped. */
  async function takeInterpreter(language: RunLanguage): Promise<InterpreterProcess | undefined> {
    const waiting = spare.get(language);
    spare.delete(language);
    for (const make of [() => waiting ?? start(language), () => start(language)]) {
      const one = make();
      if (await one.ready) return one;
      all.delete(one);
    }
    return undefined;
  }

  async function execute(run: Run): Promise<RunOutcome> {
    const process = isOpen ? await takeInterpreter(run.language) : undefined;
    if (!process) return { kind: 'crashed' };
    try {
      return await process.run(run, allowed);
    } finally {
      end(process);
      startSpare(run.language);
    }
  }

  return {
    run: (run, userId) => queue.run(userId, () => execute(run)) ?? Promise.resolve({ kind: 'too-busy' }),
    close() {
      isOpen = false;
      for (const one of all) end(one);
      spare.clear();
    },
  };
}

const globalName = Symbol.for('surefoot.sandbox');

/** The sandbox of this process. Its interpreters end with the process, even when that is killed. */
export function processSandbox(): Sandbox {
  const existing: Sandbox | undefined = Reflect.get(globalThis, globalName);
  if (existing) return existing;
  const made = openSandbox();
  Reflect.set(globalThis, globalName, made);
  process.once('exit', () => made.close());
  onStop({ interrupt: () => made.close() });
  return made;
}
