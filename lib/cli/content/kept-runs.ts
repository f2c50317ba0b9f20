import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { isRefusal } from '#lib/server/content/compiler/guarded.ts';
import type { KeptResults } from '#lib/server/content/compiler/kept-results.ts';
import { sourceHash } from '#lib/server/content/source-hash.ts';
import type { Sandbox } from '#lib/server/sandbox/sandbox.ts';
import { checkRuns, type RunCheck, type Runners } from './run-findings.ts';

export interface KeptRunOptions {
  readonly kept: KeptResults;
  /** Whether keys are run that lock files prove. */
  readonly isFresh: boolean;
}

/** Runs the programs of lessons, but for those whose runs have all finished before. */
export async function keptRuns(
  lessons: readonly CompiledLesson[],
  { sandbox, trials }: Runners,
  { kept, isFresh }: KeptRunOptions,
): Promise<RunCheck> {
  const checks = await Promise.all(
    lessons.map((compiled) =>
      kept.getLater('runs', [sourceHash(compiled.source), `${isFresh} ${trials.runs('bash')}`], async () => {
        const watched = watchStops(sandbox);
        const result = await checkRuns([compiled], { sandbox: watched.sandbox, trials }, isFresh);
        // Traces of a file that was given up were not run; it may be compiled next time.
        const isWhole = !compiled.findings.some(({ rule }) => isRefusal(rule));
        // A key without a proof, or a program of variants, may have been stopped by a limit. What a fresh run shows is no
        // answer to the next request for one.
        const isDecided = !result.findings.some(
          ({ rule }) => rule === 'proof-none' || rule === 'variants-run',
        );
        return { result, isFinal: isWhole && isDecided && watched.allFinished() && !isFresh };
      }),
    ),
  );
  const sum = (kind: 'proven' | 'stale' | 'unproven' | 'mutants' | 'mutantsCaught') =>
    checks.reduce((total, check) => total + check[kind], 0);
  return {
    findings: checks.flatMap(({ findings }) => findings),
    proven: sum('proven'),
    stale: sum('stale'),
    unproven: sum('unproven'),
    mutants: sum('mutants'),
    mutantsCaught: sum('mutantsCaught'),
  };
}

/** A run that was stopped by a limit may finish on a machine that is less busy. */
function watchStops(sandbox: Sandbox): { sandbox: Sandbox; allFinished: () => boolean } {
  let finished = true;
  return {
    sandbox: {
      async run(...call) {
        const outcome = await sandbox.run(...call);
        finished &&= outcome.kind === 'finished';
        return outcome;
      },
    },
    allFinished: () => finished,
  };
}
