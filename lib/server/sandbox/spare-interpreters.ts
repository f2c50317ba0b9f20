import type { RunLanguage } from '#lib/item/run.ts';
import { type InterpreterProcess, startInterpreter, type Urgency } from './interpreter-process.ts';

/** A spare process that is idle for so long is ended; the next run starts another. */
const idleMs = 10 * 60_000;
/** After so many starts that fail one after the other, whoever waits is told. */
const mostFailures = 2;

export interface SpareOptions {
  readonly hashSeed?: string | undefined;
  /** Told when the number of spare interpreters that are ready has changed. */
  onReady(language: RunLanguage, ready: number): void;
  /** Told when none starts. */
  onFailure(language: RunLanguage): void;
}

/** Interpreters that have been started and wait for a program; each is given one run and then ended. */
export interface SpareInterpreters {
  /** Starts spare ones until there are `count`, no more than `atOnce` at the same time. */
  fill(language: RunLanguage, count: number, atOnce: number): void;
  /** One that is ready, or else a new one; undefined when it does not start. */
  take(language: RunLanguage): Promise<InterpreterProcess | undefined>;
  /** A new one; undefined when it does not start. */
  start(language: RunLanguage, urgency: Urgency): Promise<InterpreterProcess | undefined>;
  /** Ends one that has been taken or started. */
  end(one: InterpreterProcess): void;
  /** Ends all. */
  close(): void;
}

export function spareInterpreters({ hashSeed, onReady, onFailure }: SpareOptions): SpareInterpreters {
  const all = new Set<InterpreterProcess>();
  const spares = new Map<RunLanguage, readonly InterpreterProcess[]>();
  const failures = new Map<RunLanguage, number>();
  let isOpen = true;

  const alive = (language: RunLanguage) => (spares.get(language) ?? []).filter((one) => one.isAlive());
  const ready = (language: RunLanguage) => alive(language).filter((one) => one.isReady());

  function make(language: RunLanguage, urgency: Urgency): InterpreterProcess {
    const made = startInterpreter(language, urgency, hashSeed);
    all.add(made);
    return made;
  }

  function end(one: InterpreterProcess): void {
    one.kill();
    all.delete(one);
  }

  const remove = (language: RunLanguage, one: InterpreterProcess) =>
    spares.set(
      language,
      alive(language).filter((other) => other !== one),
    );

  async function addSpare(language: RunLanguage): Promise<void> {
    const made = make(language, 'known');
    spares.set(language, [...alive(language), made]);
    setTimeout(() => endIdle(language, made), idleMs).unref();
    const isReady = await made.ready;
    if (!isOpen) return;
    failures.set(language, isReady ? 0 : (failures.get(language) ?? 0) + 1);
    if (!isReady) end(made);
    if ((failures.get(language) ?? 0) >= mostFailures) return onFailure(language);
    onReady(language, ready(language).length);
  }

  function endIdle(language: RunLanguage, one: InterpreterProcess): void {
    if (!spares.get(language)?.includes(one)) return;
    remove(language, one);
    end(one);
    onReady(language, ready(language).length);
  }

  async function start(language: RunLanguage, urgency: Urgency): Promise<InterpreterProcess | undefined> {
    for (let attempt = 0; isOpen && attempt < mostFailures; attempt++) {
      const one = make(language, urgency);
      if (await one.ready) return one;
      end(one);
    }
    return undefined;
  }

  return {
    fill(language, count, atOnce) {
      if (!isOpen) return;
      const there = alive(language);
      const starting = there.length - ready(language).length;
      const missing = Math.min(count - there.length, atOnce - starting);
      for (let n = 0; n < missing; n++) void addSpare(language);
    },
    async take(language) {
      const [one] = ready(language);
      if (!one) return start(language, 'known');
      remove(language, one);
      return one;
    },
    start,
    end,
    close() {
      isOpen = false;
      for (const one of all) end(one);
      spares.clear();
    },
  };
}
