import { randomUUID } from 'node:crypto';
import { type ProofLanguage, withSetup } from '#lib/item/proof.ts';
import type { RunLanguage, RunOutcome } from '#lib/item/run.ts';
import type { TrialRun } from '#lib/item/trial-result.ts';
import { cacheRuns } from './cache-runs.ts';
import { allowance } from './interpreter-process.ts';
import { batchOutcomes, batchRun, largestBatch } from './python-batch.ts';
import { openSandbox, type Sandbox, unlimitedSchedule } from './sandbox.ts';
import { runShell } from './shell.ts';
import { runSql } from './sql.ts';

/** How programs run: many in one interpreter, each in one of its own, or so but once, as when a learner sends it. */
export type RunMode = 'shared' | 'alone' | 'once';

/** Runs the programs of trials, each twice, so that what changes from run to run is seen. */
export interface TrialRunner {
  /** The outcomes of each run, in two runs of their own: in Python with sets of texts in two orders. */
  run(language: ProofLanguage, runs: readonly TrialRun[], mode?: RunMode): Promise<RunOutcome[][]>;
  /** Whether programs of the language run here. */
  runs(language: ProofLanguage): boolean;
  close(): void;
}

const hashSeeds = ['0', '1'] as const;
/** A busy machine decides nothing: what counts is processor time. Nobody waits, so there are no slices. */
const trialAllowance = { ...allowance, wallMs: 300_000, sliceCpuMs: allowance.cpuMs, sliceWallMs: 300_000 };

export interface TrialOptions {
  /** Whether programs in bash run on this machine, in a folder of their own. */
  readonly shell: boolean;
  /** The folder of cached runs; if absent, there is none. */
  readonly runsFolder?: string | null;
  /** The processor time of a run in milliseconds; as much as a learner's run has by default. */
  readonly cpuMs?: number;
}

export function openTrialRunner({ shell, runsFolder = null, cpuMs }: TrialOptions): TrialRunner {
  const allowed = cpuMs === undefined ? trialAllowance : { ...trialAllowance, cpuMs, sliceCpuMs: cpuMs };
  const sandboxes = hashSeeds.map((seed) => openSandbox(allowed, unlimitedSchedule, seed));
  const [usual] = sandboxes.map((sandbox) => cacheRuns(sandbox, runsFolder));
  const shared = shareRuns(sandboxes);
  const known = new Map<string, Promise<RunOutcome[]>>();

  async function interpreted(language: RunLanguage, run: TrialRun, mode: RunMode): Promise<RunOutcome[]> {
    if (mode === 'once' && usual) return twice([await usual.run({ language, ...run }, randomUUID())]);
    return Promise.all(sandboxes.map((sandbox) => sandbox.run({ language, ...run }, randomUUID())));
  }

  async function outcomesOf(language: ProofLanguage, run: TrialRun, mode: RunMode): Promise<RunOutcome[]> {
    if (language === 'python') return mode === 'shared' ? shared(run) : interpreted(language, run, mode);
    if (language === 'javascript') return interpreted(language, run, mode);
    const whole = { ...run, program: withSetup(run.setup ?? '', run.program) };
    if (language === 'sql') return twice(await runSql([whole.program]));
    if (language === 'bash' && shell) return [await runShell(whole), await runShell(whole)];
    return twice([{ kind: 'crashed' }]);
  }

  return {
    run(language, runs, mode = 'shared') {
      return Promise.all(
        runs.map((run) => {
          const name = JSON.stringify([language, mode, run]);
          const outcomes = known.get(name) ?? outcomesOf(language, run, mode);
          known.set(name, outcomes);
          return outcomes;
        }),
      );
    },
    runs: (language) => language !== 'bash' || shell,
    close() {
      for (const sandbox of sandboxes) sandbox.close();
    },
  };
}

const twice = ([outcome]: readonly RunOutcome[]): RunOutcome[] =>
  outcome ? [outcome, outcome] : [{ kind: 'crashed' }, { kind: 'crashed' }];

/** Programs in Python that are asked for at the same time, of whichever items, run together. */
function shareRuns(sandboxes: readonly Sandbox[]): (run: TrialRun) => Promise<RunOutcome[]> {
  let waiting: { run: TrialRun; settle: (outcomes: RunOutcome[]) => void }[] = [];

  async function runAll(): Promise<void> {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += largestBatch) {
      const chunk = all.slice(from, from + largestBatch);
      const runs = chunk.map(({ run }) => run);
      const [first = [], second = []] = await Promise.all(sandboxes.map((sandbox) => batched(runs, sandbox)));
      for (const [at, { settle }] of chunk.entries())
        settle([first[at] ?? { kind: 'crashed' }, second[at] ?? { kind: 'crashed' }]);
    }
  }

  return (run) =>
    new Promise((resolve) => {
      if (waiting.length === 0) setImmediate(runAll);
      waiting.push({ run, settle: resolve });
    });
}

/**
 * Runs programs in one interpreter. Those without an outcome run again, in another one; if there is none at all, as one
 * of them does not end or ends the interpreter, the halves run apart.
 */
async function batched(runs: readonly TrialRun[], sandbox: Sandbox): Promise<RunOutcome[]> {
  const [only, ...others] = runs;
  if (!only) return [];
  if (others.length === 0) return [await sandbox.run({ language: 'python', ...only }, randomUUID())];
  const token = randomUUID();
  const outcomes = batchOutcomes(runs.length, token, await sandbox.run(batchRun(runs, token), randomUUID()));
  const left = runs.filter((_run, at) => outcomes[at] === undefined);
  if (left.length < runs.length) {
    const rest = await batched(left, sandbox);
    return outcomes.map((outcome) => outcome ?? rest.shift() ?? { kind: 'crashed' });
  }
  const middle = Math.ceil(runs.length / 2);
  const halves = [runs.slice(0, middle), runs.slice(middle)];
  return (await Promise.all(halves.map((half) => batched(half, sandbox)))).flat();
}
