import { mutantsOf } from '#lib/item/mutants.ts';
import type { ProofPlan, Trial } from '#lib/item/proof.ts';
import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import type { RunOutcome } from '#lib/item/run.ts';
import { runsOfTrial, short, type TrialResult, trialResult } from '#lib/item/trial-result.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { proofPlanOf } from '#lib/lesson/proof-lock.ts';
import type { RunMode, TrialRunner } from '#lib/server/sandbox/trial-runner.ts';

export interface ProofItem {
  readonly item: Item;
  readonly secret: SecretItem;
}

/** What running showed of an item. */
export interface ItemProof {
  /** `proven`: the key passes and nothing else does. `wrong`: findings say why. `unproven`: it cannot be run, or shows nothing. */
  readonly kind: 'proven' | 'wrong' | 'unproven';
  readonly tried: number;
  readonly findings: readonly Finding[];
  /** The item with faults planted in its key, and whether running shows each; empty unless it is proven. */
  readonly mutants: readonly TriedMutant[];
}

export interface TriedMutant {
  readonly what: string;
  readonly isCaught: boolean;
}

interface Tried {
  readonly trial: Trial;
  /** The outcomes of each of its runs, in two runs of their own. */
  readonly outcomes: readonly (readonly RunOutcome[])[];
}

/** Of one item: more than an author reads. */
const mostFindings = 20;
/** Of one item, surprising answers that are run a second time, in interpreters of their own. */
const mostAlone = 8;

/** Tries the answers of items that have a plan; programs of all items share interpreters, and surprises are run alone. */
export async function proveItems(
  items: readonly ProofItem[],
  runner: TrialRunner,
): Promise<(ItemProof | undefined)[]> {
  const plans = items.map(({ item, secret }) => proofPlanOf(item, secret));
  return Promise.all(
    items.map(async (one, at) => {
      const plan = plans[at];
      return plan && proveItem(one.item, plan, runner);
    }),
  );
}

async function proveItem(item: Item, plan: ProofPlan, runner: TrialRunner): Promise<ItemProof> {
  // Answers of these kinds are run when learners send them, and the author's are run in the same way.
  const mode = itemType(item.type).runs ? 'once' : 'shared';
  const tried = await runAll(plan, plan.trials, runner, mode);
  const judged = judge(plan, tried);
  if (isFragment(plan, judged[0]) || saysNothing(plan, judged[0]))
    return verdict(item, plan, judged.slice(0, 1));
  const doubtful = tried.flatMap(({ trial }, at) =>
    !wasStopped(tried[at]) && (at === 0 || (judged[at]?.kind === 'passes') !== trial.isRight) ? [trial] : [],
  );
  const isClear = doubtful.length === 1 && judged[0]?.kind === 'passes';
  if (isClear || doubtful.length === 0 || plan.language !== 'python' || mode === 'once')
    return withMutants(item, plan, tried);
  const again = await runAll(plan, doubtful.slice(0, mostAlone), runner, 'alone');
  const merged = tried.map((one) => again.find(({ trial }) => trial === one.trial) ?? one);
  return withMutants(item, plan, merged);
}

/** The verdict on an item. If it is proven, the same outcomes judge it with faults planted in its key. */
function withMutants(item: Item, plan: ProofPlan, tried: readonly Tried[]): ItemProof {
  const proof = verdict(item, plan, judge(plan, tried));
  if (proof.kind !== 'proven') return proof;
  const byProgram = new Map(tried.map(({ trial, outcomes }) => [trial.program, outcomes]));
  const mutants = mutantsOf(plan).map(({ what, plan: changed }) => {
    const again = changed.trials.map((trial) => ({ trial, outcomes: byProgram.get(trial.program) ?? [] }));
    return { what, isCaught: verdict(item, changed, judge(changed, again)).kind !== 'proven' };
  });
  return { ...proof, mutants };
}

/** Whether a limit has stopped it: then it was run alone already. */
const wasStopped = (tried: Tried | undefined): boolean =>
  tried?.outcomes.flat().some(({ kind }) => kind === 'time-out' || kind === 'out-of-memory') ?? false;

/** Code that was never said to run: without checks, its key decides nothing by stopping. */
const isFragment = ({ checks, trials }: ProofPlan, key: TrialResult | undefined): boolean =>
  checks.length === 0 && trials[0]?.prints === undefined && key?.kind === 'fails';

/** Without checks and without output nothing tells right answers from wrong ones. */
const saysNothing = ({ checks, trials }: ProofPlan, key: TrialResult | undefined): boolean =>
  checks.length === 0 && trials[0]?.prints === undefined && key?.kind === 'passes' && key.prints === '';

async function runAll(
  plan: ProofPlan,
  trials: readonly Trial[],
  runner: TrialRunner,
  mode: RunMode,
): Promise<Tried[]> {
  if (plan.language === 'rules') return trials.map((trial) => ({ trial, outcomes: [] }));
  const runs = trials.map((trial) => runsOfTrial(plan, trial));
  const outcomes = await runner.run(plan.language, runs.flat(), mode);
  let next = 0;
  return trials.map((trial, at) => {
    const count = runs[at]?.length ?? 0;
    next += count;
    return { trial, outcomes: outcomes.slice(next - count, next) };
  });
}

/** The result of each trial over both of its runs; what differs between them fails. */
function judge(plan: ProofPlan, tried: readonly Tried[]): TrialResult[] {
  const [own] = tried;
  const key = own && inBothRuns(plan, own);
  const expected = plan.checks.length === 0 && key?.kind === 'passes' ? key.prints : undefined;
  return tried.map((one, at) => (at === 0 && key ? key : inBothRuns(plan, one, expected)));
}

function inBothRuns(plan: ProofPlan, { trial, outcomes }: Tried, expected?: string): TrialResult {
  const [first, second] = [0, 1].map((at) =>
    trialResult(
      plan,
      trial,
      outcomes.map((both) => both[at] ?? { kind: 'crashed' }),
      expected,
    ),
  );
  if (!first || !second || first.kind !== 'passes')
    return first ?? { kind: 'unknown', what: 'it was not run' };
  if (second.kind !== 'passes') return second;
  if (first.prints === second.prints || plan.checks.length > 0) return first;
  return {
    kind: 'fails',
    what: `it prints «${short(first.prints)}» in one run and «${short(second.prints)}» in another`,
  };
}

function verdict(item: Item, plan: ProofPlan, results: readonly TrialResult[]): ItemProof {
  const tried = plan.trials.length;
  const report = (rule: string, severity: Finding['severity'], message: string): Finding => ({
    ...item.source,
    column: 1,
    severity,
    rule,
    message,
    itemId: item.id,
  });
  const wrong = isFragment(plan, results[0])
    ? []
    : plan.trials.flatMap((trial, at) => faultOf(trial, results[at], report)).slice(0, mostFindings);
  if (wrong.length > 0) return { kind: 'wrong', tried, findings: wrong, mutants: [] };
  const warning = reasonUnproven(plan, results);
  if (warning === undefined) return { kind: 'proven', tried, findings: [], mutants: [] };
  return {
    kind: 'unproven',
    tried,
    mutants: [],
    findings: warning.map((message) => report('proof-none', 'warning', message)),
  };
}

/** What is wrong with one answer: it is right and fails, or it is wrong and passes. */
function faultOf(
  trial: Trial,
  result: TrialResult | undefined,
  report: (rule: string, severity: Finding['severity'], message: string) => Finding,
): Finding[] {
  if (trial.isRight && result?.kind === 'fails') {
    const message =
      trial.prints === undefined
        ? `Running shows that ${trial.answer} does not do what is asked: ${result.what}. Correct it, or the check.`
        : `The key says «${short(trial.prints)}», but when the program runs, ${result.what}. Correct the key or the program.`;
    return [report(trial.rule ?? 'key-wrong', 'error', message)];
  }
  if (!trial.isRight && result?.kind === 'passes') {
    const message =
      trial.prints === undefined
        ? `Running shows that ${trial.answer} does what is asked, but it is graded as wrong. Accept it too, or change the task or its checks so that it fails.`
        : `«${short(trial.prints)}» is what the program prints, but it is marked wrong. Mark it right, or change it.`;
    return [report(trial.rule ?? 'also-right', 'error', message)];
  }
  return [];
}

/** Why an item without a fault is not proven: nothing if it is, an empty list if no author can change it. */
function reasonUnproven(plan: ProofPlan, results: readonly TrialResult[]): string[] | undefined {
  const [key] = results;
  // What a wrong answer lacks, the right one does not need.
  if (key?.kind === 'unknown') {
    if (plan.language === 'bash') return [];
    return [`The key could not be tried: ${key.what}. Add what it needs in a <Setup>, or write runs="no".`];
  }
  if (plan.answers > plan.trials.length)
    return [
      `There are ${plan.answers} answers, and at most ${plan.trials.length} are tried. Shorten the bank or the list, so that all can be.`,
    ];
  const isOutput = plan.trials.some(({ prints }) => prints !== undefined);
  if (plan.checks.length > 0 || isOutput) return undefined;
  const prints = key?.kind === 'passes' ? key.prints : '';
  if (key?.kind === 'fails')
    return [
      `The code with its right answer does not run by itself: ${key.what}. Add what it needs in a <Setup> and a <Check>, or runs="no".`,
    ];
  const example = prints
    ? `<Check id="prints" prints="${short(prints).replaceAll('"', "'")}" />`
    : '<Check id="result" calls="…" gives="…" />';
  return [
    `Nothing says what a right answer does when it runs. Add ${example}, or runs="no" if it cannot be run.`,
  ];
}
