import type { RunLanguage } from '#lib/item/run.ts';
import { type InterpreterProcess, startInterpreter, type Urgency } from './interpreter-process.ts';

/** A spare process that is idle for so long is ended; the next run starts another. */
const idleMs = 10 * 60_000;
/** A start takes longer than most programs. */
const spares = 2;

/** Interpreters that have been started and wait for a program. */
export interface SpareInterpreters {
  /**
   * A ready interpreter, a spare one or a new one; undefined when none starts. The slow lane starts its own, and the last
   * spare one is kept for people whose runs finish.
   */
  take(language: RunLanguage, urgency: Urgency): Promise<InterpreterProcess | undefined>;
  /** Ends one that has been taken, and starts others for the next runs of its language. */
  giveBack(language: RunLanguage, one: InterpreterProcess): void;
  /** Ends all, those that were taken too. */
  close(): void;
}

export function spareInterpreters(): SpareInterpreters {
  const all = new Set<InterpreterProcess>();
  const waiting = new Map<RunLanguage, InterpreterProcess[]>();
  const starting = new Set<RunLanguage>();
  let isOpen = true;

  const alive = (language: RunLanguage) => (waiting.get(language) ?? []).filter((one) => one.isAlive());

  function start(language: RunLanguage, urgency: Urgency): InterpreterProcess {
    const made = startInterpreter(language, urgency);
    all.add(made);
    return made;
  }

  function end(one: InterpreterProcess): void {
    one.kill();
    all.delete(one);
  }

  /** Starts spare interpreters, one after the other, so that the first is ready soon. */
  async function addSpares(language: RunLanguage): Promise<void> {
    if (!isOpen || starting.has(language)) return;
    starting.add(language);
    while (isOpen && alive(language).length < spares) {
      const made = start(language, 'known');
      waiting.set(language, [...alive(language), made]);
      setTimeout(() => endIdle(language, made), idleMs).unref();
      if (!(await made.ready)) break;
    }
    starting.delete(language);
  }

  function endIdle(language: RunLanguage, one: InterpreterProcess): void {
    if (!waiting.get(language)?.includes(one)) return;
    remove(language, one);
    end(one);
  }

  function remove(language: RunLanguage, one: InterpreterProcess): void {
    waiting.set(
      language,
      alive(language).filter((other) => other !== one),
    );
  }

  function takeSpare(language: RunLanguage, urgency: Urgency): InterpreterProcess | undefined {
    const there = alive(language);
    if (urgency === 'slow' || (urgency === 'new' && there.length < spares)) return undefined;
    const one = there.find((each) => each.isReady()) ?? there[0];
    if (one) remove(language, one);
    return one;
  }

  return {
    async take(language, urgency) {
      if (!isOpen) return undefined;
      for (const make of [
        () => takeSpare(language, urgency) ?? start(language, urgency),
        () => start(language, urgency),
      ]) {
        const one = make();
        if (await one.ready) return one;
        all.delete(one);
      }
      return undefined;
    },
    giveBack(language, one) {
      end(one);
      void addSpares(language);
    },
    close() {
      isOpen = false;
      for (const one of all) end(one);
      waiting.clear();
    },
  };
}
