import { availableParallelism } from 'node:os';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { fairQueue, type QueueLimits } from './fair-queue.ts';
import {
  type Allowance,
  allowance,
  type InterpreterProcess,
  startInterpreter,
} from './interpreter-process.ts';

/** Where programs of strangers run: each in a process of its own, in WebAssembly, without files, network or names. */
export interface Sandbox {
  /** `who` takes turns with all others. Never throws for what a program does. */
  run(run: Run, who: string): Promise<RunOutcome>;
}

export interface OpenSandbox extends Sandbox {
  /** Ends every process of it, running or waiting. */
  close(): void;
}

/** A process that nobody wants for so long is ended; the next run starts another. */
const idleMs = 10 * 60_000;
const queueLimits = {
  running: Math.max(2, Math.min(4, availableParallelism())),
  waiting: 60,
  waitingEach: 3,
} as const;

/** Nothing is started before the first run; then one interpreter of its language is kept waiting for the next. */
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

  function keepSpare(language: RunLanguage): void {
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

  /** A waiting interpreter, or a new one; one that died while it waited is passed over. */
  async function taken(language: RunLanguage): Promise<InterpreterProcess | undefined> {
    const waiting = spare.get(language);
    spare.delete(language);
    for (const make of [() => waiting ?? start(language), () => start(language)]) {
      const one = make();
      if (await one.ready) return one;
      all.delete(one);
    }
    return undefined;
  }

  async function carriedOut(run: Run): Promise<RunOutcome> {
    const process = isOpen ? await taken(run.language) : undefined;
    if (!process) return { kind: 'crashed' };
    try {
      return await process.run(run, allowed);
    } finally {
      end(process);
      keepSpare(run.language);
    }
  }

  return {
    run: (run, who) => queue.run(who, () => carriedOut(run)) ?? Promise.resolve({ kind: 'too-busy' }),
    close() {
      isOpen = false;
      for (const one of all) end(one);
      spare.clear();
    },
  };
}

const place = Symbol.for('surefoot.sandbox');

/** The sandbox of this process. It ends with it; a process that is killed takes its interpreters along as well. */
export function processSandbox(): Sandbox {
  const kept: Sandbox | undefined = Reflect.get(globalThis, place);
  if (kept) return kept;
  const made = openSandbox();
  Reflect.set(globalThis, place, made);
  process.once('exit', () => made.close());
  return made;
}
