import type { RunOutcome } from '#lib/item/run.ts';
import type { VariantsBlock } from '#lib/lesson/variants/block.ts';
import { readValues, type Values } from '#lib/lesson/variants/values.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { linesBefore, variantProgram } from './variant-program.ts';

type Program = Pick<VariantsBlock, 'language' | 'program' | 'count'>;

export type ComputedVariants =
  | { readonly kind: 'computed'; readonly values: readonly Values[] }
  /** `line`: of the author's program, counted from 1; null if no line is at fault. */
  | { readonly kind: 'fault'; readonly rule: string; readonly message: string; readonly line: number | null };

/** Seeds that are tried for each variant, as two seeds may give the same values. */
const seedsForEach = 4;

/**
 * Runs the program with one seed after the other until it has given as many different variants as the item asks for. Each
 * run happens twice and must print the same.
 */
export async function computeVariants(block: Program, runner: TrialRunner): Promise<ComputedVariants> {
  const { count } = block;
  const found = new Map<string, Values>();
  // The first seed runs by itself, so that a program that does not end costs one run.
  for (let from = 1; from <= count * seedsForEach && found.size < count; from += from === 1 ? 1 : count) {
    const seeds = Array.from({ length: from === 1 ? 1 : count }, (_, at) => from + at);
    for (const [at, outcomes] of (await runSeeds(block, seeds, runner)).entries()) {
      const seed = seeds[at] ?? 0;
      const printed = await printedBy(block, { seed, outcomes, runner });
      if (printed.kind === 'fault') return printed;
      const read = printed.values;
      const names = Object.keys([...found.values()][0] ?? read).toSorted();
      if (Object.keys(read).toSorted().join() !== names.join()) return otherNames(seed, read, names);
      const same = JSON.stringify(names.map((name) => read[name]));
      if (found.size < count && !found.has(same)) found.set(same, read);
    }
  }
  if (found.size === count) return { kind: 'computed', values: [...found.values()] };
  return tooFew(block, found.size);
}

const runSeeds = (
  { language, program }: Program,
  seeds: readonly number[],
  runner: TrialRunner,
  mode: 'shared' | 'alone' = 'shared',
): Promise<RunOutcome[][]> =>
  runner.run(
    language,
    seeds.map((seed) => ({ program: variantProgram(language, program, seed), input: '', calls: [] })),
    mode,
  );

interface SeedRun {
  readonly seed: number;
  readonly outcomes: readonly RunOutcome[];
  readonly runner: TrialRunner;
}

/** The values of one run; a run that fails is repeated in an interpreter of its own, which also names the line. */
async function printedBy(block: Program, { seed, outcomes, runner }: SeedRun): Promise<Printed> {
  const shared = readRuns(seed, outcomes);
  const wasStopped = outcomes.some(({ kind }) => kind === 'time-out' || kind === 'out-of-memory');
  if (shared.kind === 'values' || shared.line !== null || wasStopped) return shared;
  const [again = []] = await runSeeds(block, [seed], runner, 'alone');
  return readRuns(seed, again);
}

type Printed = Fault | { readonly kind: 'values'; readonly values: Values };
type Fault = Extract<ComputedVariants, { kind: 'fault' }>;

const fault = (rule: string, message: string, line: number | null = null): Fault => ({
  kind: 'fault',
  rule,
  message,
  line,
});

function readRuns(seed: number, [first, second]: readonly RunOutcome[]): Printed {
  if (!first || !second)
    return fault('variants-run', 'The program of <Variants> could not be run. Run the check again.');
  const stopped = stoppedBy(seed, first) ?? stoppedBy(seed, second);
  if (stopped) return stopped;
  const printed = first.kind === 'finished' ? first.stdout : '';
  if (second.kind === 'finished' && second.stdout !== printed)
    return fault(
      'variants-chance',
      `With seed ${seed} the program prints something else in each run. Draw from \`random\` or \`Math.random()\`, which have the seed, and sort what comes from a set.`,
    );
  const read = readValues(printed);
  return read.kind === 'values'
    ? read
    : fault(
        'variants-values',
        `With seed ${seed} the program of <Variants> should print one line of JSON with the values, such as {"n": 3}, but ${read.what}. Correct it.`,
      );
}

function stoppedBy(seed: number, ran: RunOutcome): Fault | undefined {
  const cure = (what: string, line: number | null = null) =>
    fault('variants-run', `With seed ${seed} the program of <Variants> ${what}. Correct it.`, line);
  if (ran.kind === 'time-out') return cure('does not end in the time that programs have');
  if (ran.kind === 'out-of-memory') return cure('uses too much memory');
  if (ran.kind !== 'finished')
    return fault(
      'variants-run',
      'The program of <Variants> could not be run on this machine. Run the check again.',
    );
  if (ran.cut) return cure('prints more than 64 KB');
  if (!ran.stop) return undefined;
  const line = ran.stop.line === null ? null : ran.stop.line - linesBefore;
  return cure(
    `stops with ${ran.stop.name ?? 'an error'}${line === null ? '' : ` in its line ${line}`}`,
    line,
  );
}

function otherNames(seed: number, values: Values, names: readonly string[]): Fault {
  const own = Object.keys(values);
  const missing = names.filter((name) => !own.includes(name));
  const more = own.filter((name) => !names.includes(name));
  const what = missing.length > 0 ? `does not print «${missing[0]}»` : `also prints «${more[0]}»`;
  return fault(
    'variants-values',
    `With seed ${seed} the program of <Variants> ${what}, unlike with the seeds before. Print the same names each time.`,
  );
}

function tooFew({ count }: Program, found: number): Fault {
  return fault(
    'variants-few',
    found === 1
      ? `The program prints the same values with every seed. Draw from \`random\` or \`Math.random()\`, and leave their seed as it is.`
      : `The program gives ${found} different variants, and ${count} are asked for. Widen its ranges, or write count="${found}".`,
  );
}
