import { z } from 'zod';
import { withSetup } from '#lib/item/proof.ts';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { TrialRun } from '#lib/item/trial-result.ts';
import { pythonHarness } from './python-harness.mjs';

const CallValue = z.union([
  z.object({ gives: z.string() }),
  z.object({ fails: z.string() }),
  z.object({ notData: z.literal(true) }),
]);
const Results = z.array(
  z.object({ stdout: z.string(), stop: z.string().nullable(), values: z.array(CallValue) }).nullable(),
);

/** The output of a run is cut at 64 KB, and a batch is one run: what has no room in it is run in another. */
const outputRoom = 55_000;
/** As many as are done well before the limit of processor time. */
export const largestBatch = 150;

/** Modules of the standard library that lessons use often: they are loaded once for a batch. */
const usual =
  'collections copy csv dataclasses datetime decimal functools hashlib io itertools json math operator os pathlib platform random re statistics string sys time typing';

/** One run of many programs. */
export function batchRun(runs: readonly TrialRun[], token: string): Run {
  const all = runs.map(({ setup = '', program }) => withSetup(setup, program)).join('\n');
  const modules = usual
    .split(' ')
    .filter((name) => new RegExp(`(?:import|from)[^\n]*\\b${name}\\b`).test(all));
  const job = { modules, runs, token, room: outputRoom };
  return { language: 'python', program: pythonHarness, input: `${JSON.stringify(job)}\n`, calls: [] };
}

/** The outcome of each program of a batch; undefined for one that has to be run alone. */
export function batchOutcomes(count: number, token: string, outcome: RunOutcome): (RunOutcome | undefined)[] {
  const none = Array.from({ length: count }, () => undefined);
  if (outcome.kind !== 'finished' || outcome.cut || !outcome.stdout.startsWith(token)) return none;
  const read = parsed(outcome.stdout.slice(token.length));
  if (read?.length !== count) return none;
  return read.map((one) => {
    if (!one) return undefined;
    const { stdout, stop, values } = one;
    return {
      kind: 'finished',
      exitCode: stop === null ? 0 : 1,
      stdout,
      stderr: '',
      cut: false,
      stop: stop === null ? null : { name: stop, line: null },
      values,
    };
  });
}

function parsed(text: string): z.infer<typeof Results> | undefined {
  try {
    return Results.safeParse(JSON.parse(text)).data;
  } catch {
    // A program of the batch has written between the results.
    return undefined;
  }
}
