import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { RunSchedule, type ScheduleLimits, type Start, type Step } from '#lib/interpreter/run-schedule.ts';
import type { Run, RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { onStop } from '#lib/server/host/stopping.ts';
import { type Allowance, allowance } from './interpreter-process.ts';
import { spareInterpreters } from './spare-interpreters.ts';

/** Runs untrusted programs, each in a separate process, in WebAssembly, without access to files, network or environment. */
export interface Sandbox {
  /**
   * Classes take turns, and people in a class; `groupId` is the class that the person asks from, if any. Never rejects
   * because of what a program does.
   */
  run(run: Run, userId: string, groupId?: string | null): Promise<RunOutcome>;
}

export interface OpenSandbox extends Sandbox {
  /** Ends all its processes, running and waiting. */
  close(): void;
}

const processors = availableParallelism();

/** Places by the number of processors, at least 3 fast ones and a slow one; 200 runs wait, each for a minute at most. */
export const scheduleLimits: ScheduleLimits = {
  fast: Math.max(3, Math.min(6, processors + 1)),
  reserved: 1,
  slow: Math.max(1, Math.min(2, processors - 1)),
  waiting: 200,
  waitingEach: 3,
  waitMs: 60_000,
};

/** For a command that is the only user of its sandbox. */
export const unlimitedSchedule: ScheduleLimits = {
  fast: processors,
  reserved: 0,
  slow: processors,
  waiting: Number.POSITIVE_INFINITY,
  waitingEach: Number.POSITIVE_INFINITY,
  waitMs: Number.POSITIVE_INFINITY,
};

interface Asked {
  readonly run: Run;
  readonly settle: (outcome: RunOutcome) => void;
}

const tickMs = 250;

/** The first run of a language starts its interpreter; then spare ones are started for the next. */
export function openSandbox(
  allowed: Allowance = allowance,
  limits = scheduleLimits,
  hashSeed?: string,
): OpenSandbox {
  const schedule = new RunSchedule(limits);
  const interpreters = spareInterpreters({
    hashSeed,
    onReady(language, ready) {
      follow(schedule.supply(language, ready, now()));
      refill(language);
    },
    onFailure(language) {
      for (const id of schedule.withdraw(language).refused) settle(id, { kind: 'crashed' });
    },
  });
  const asked = new Map<string, Asked>();
  const now = () => performance.now();
  let isOpen = true;

  function follow({ starts, refused }: Step): void {
    for (const id of refused) settle(id, { kind: 'too-busy' });
    for (const start of starts) void execute(start);
  }

  function refill(language: RunLanguage): void {
    const { count, atOnce } = schedule.wanted(language, processors);
    interpreters.fill(language, count, atOnce);
  }

  function settle(id: string, outcome: RunOutcome): void {
    asked.get(id)?.settle(outcome);
    asked.delete(id);
  }

  async function execute({ id, lane, isKnown }: Start): Promise<void> {
    const run = asked.get(id)?.run;
    const urgency = lane === 'slow' ? 'slow' : isKnown ? 'known' : 'new';
    const interpreter =
      run &&
      (await (lane === 'slow' ? interpreters.start(run.language, urgency) : interpreters.take(run.language)));
    if (!run || !interpreter) return end(id, { kind: 'crashed' });
    const outcome = await interpreter.run(run, allowed, {
      urgency,
      onSlice() {
        const step = schedule.endSlice(id, now());
        follow(step);
        return step.stays;
      },
    });
    interpreters.end(interpreter);
    refill(run.language);
    // It waits for the slow lane and is started anew from there.
    if (outcome) end(id, outcome);
  }

  function end(id: string, outcome: RunOutcome): void {
    const ending = endings[outcome.kind];
    settle(id, outcome);
    follow(schedule.end(id, ending, now()));
  }

  const ticks = setInterval(() => {
    if (schedule.waiting > 0) follow(schedule.tick(now()));
  }, tickMs);
  ticks.unref();

  return {
    run: (run, userId, groupId = null) =>
      new Promise((resolve) => {
        if (!isOpen) return resolve({ kind: 'crashed' });
        const id = randomUUID();
        asked.set(id, { run, settle: resolve });
        follow(schedule.arrive(id, { userId, groupId, language: run.language }, now()));
        if (schedule.waitingFor(run.language) > 0) refill(run.language);
      }),
    close() {
      isOpen = false;
      clearInterval(ticks);
      interpreters.close();
      for (const id of asked.keys()) settle(id, { kind: 'crashed' });
    },
  };
}

const endings = {
  finished: 'finished',
  'time-out': 'stopped',
  'out-of-memory': 'stopped',
  'too-busy': 'failed',
  crashed: 'failed',
} as const;

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
