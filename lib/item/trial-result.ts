import { comparableOutput } from './comparable-output.ts';
import { textHolds } from './program-text.ts';
import type { ProofCheck, ProofPlan, Trial } from './proof.ts';
import { keepsRule } from './rule-sets.ts';
import type { RunOutcome } from './run.ts';

/** What is run of one trial: the program, with one standard input and the expressions evaluated after it. */
export interface TrialRun {
  /** Runs before the program. */
  readonly setup?: string;
  readonly program: string;
  readonly input: string;
  readonly calls: readonly string[];
}

/** The runs of a program, one for each standard input that the checks name, and at least one. */
export function runsOfTrial({ checks }: Pick<ProofPlan, 'checks'>, { setup, program }: Trial): TrialRun[] {
  return inputsOf(checks).map((input) => ({
    ...(setup === undefined ? {} : { setup }),
    program,
    input,
    calls: [
      ...new Set(
        checks.flatMap(({ run }) => (run?.call && run.input === input ? [run.call.expression] : [])),
      ),
    ],
  }));
}

function inputsOf(checks: readonly ProofCheck[]): string[] {
  const inputs = [...new Set(checks.flatMap(({ run }) => (run ? [run.input] : [])))];
  return inputs.length > 0 ? inputs : [''];
}

export type TrialResult =
  | { readonly kind: 'passes'; readonly prints: string }
  /** `what` says what happened, for authors. */
  | { readonly kind: 'fails'; readonly what: string }
  /** It needs what is not there: a module, a file, a tool. */
  | { readonly kind: 'unknown'; readonly what: string };

/** Errors of programs that need more than an interpreter. */
const needsMore = new Set([
  'ModuleNotFoundError',
  'ImportError',
  'FileNotFoundError',
  'EOFError',
  'PermissionError',
]);

/**
 * Whether the program of a trial does what its item asks, from the outcomes of `runsOfTrial` in the same order.
 * @param expected the output of the author's own answer, for items without checks
 */
export function trialResult(
  plan: ProofPlan,
  trial: Trial,
  outcomes: readonly RunOutcome[],
  expected?: string,
): TrialResult {
  const text = textResult(plan, trial);
  if (text || plan.language === 'rules') return text ?? { kind: 'passes', prints: '' };
  if (trial.prints !== undefined) return outputResult(trial.prints, outcomes[0]);
  const inputs = inputsOf(plan.checks);
  for (const [at, input] of inputs.entries()) {
    const failed = runResult(plan, { input, run: runsOfTrial(plan, trial)[at] }, outcomes[at]);
    if (failed) return failed;
  }
  const [first] = outcomes;
  const prints = first?.kind === 'finished' ? comparableOutput(first.stdout) : '';
  const isDecided = plan.checks.length > 0 || expected === undefined || prints === expected;
  return isDecided ? { kind: 'passes', prints } : { kind: 'fails', what: `it prints «${short(prints)}»` };
}

/** The check that the text alone fails; undefined if none does. */
function textResult({ checks, language }: ProofPlan, { program }: Trial): TrialResult | undefined {
  for (const check of checks) {
    const broken = check.rules.find((rule) => !keepsRule(rule, program));
    if (broken) return { kind: 'fails', what: `it breaks the rule «${broken}»` };
    if (!textHolds(check, program, language))
      return { kind: 'fails', what: `its text fails the check «${check.id}»` };
  }
  return undefined;
}

/** Whether the program prints what an answer states; an answer may also name the error that stops it. */
function outputResult(stated: string, outcome: RunOutcome | undefined): TrialResult {
  const stopped = outcome && endingOf(outcome);
  if (outcome?.kind !== 'finished') return stopped ?? { kind: 'unknown', what: 'it could not be run' };
  const prints = comparableOutput(outcome.stdout).trim();
  const name = outcome.stop?.name;
  if (name && new RegExp(`\\b${name}\\b`).test(stated)) return { kind: 'passes', prints };
  if (stopped) return stopped;
  return prints === comparableOutput(stated).trim()
    ? { kind: 'passes', prints }
    : { kind: 'fails', what: prints ? `it prints «${short(prints)}»` : 'it prints nothing' };
}

function runResult(
  { checks }: ProofPlan,
  { input, run }: { readonly input: string; readonly run: TrialRun | undefined },
  outcome: RunOutcome | undefined,
): TrialResult | undefined {
  const stopped = outcome ? endingOf(outcome) : undefined;
  if (stopped || outcome?.kind !== 'finished')
    return stopped ?? { kind: 'unknown', what: 'it could not be run' };
  for (const check of checks.filter((one) => one.run?.input === input)) {
    const { prints, call } = check.run ?? {};
    if (prints !== undefined && comparableOutput(outcome.stdout) !== comparableOutput(prints))
      return fails(check, outcome.stdout ? `it prints «${short(outcome.stdout)}»` : 'it prints nothing');
    const value = call && outcome.values[run?.calls.indexOf(call.expression) ?? -1];
    if (call && !(value && 'gives' in value && value.gives.trim() === call.gives.trim()))
      return fails(
        check,
        `${call.expression} ${value && 'gives' in value ? `gives ${short(value.gives)}` : 'gives no such value'}`,
      );
  }
  return undefined;
}

const fails = ({ id }: ProofCheck, what: string): TrialResult => ({
  kind: 'fails',
  what: `it fails the check «${id}»: ${what}`,
});

/** What stopped a program before its end; undefined if nothing did. */
function endingOf(outcome: RunOutcome): TrialResult | undefined {
  if (outcome.kind === 'time-out') return { kind: 'fails', what: 'it does not end' };
  if (outcome.kind === 'out-of-memory') return { kind: 'fails', what: 'it uses too much memory' };
  if (outcome.kind !== 'finished') return { kind: 'unknown', what: 'it could not be run' };
  if (outcome.cut) return { kind: 'fails', what: 'it prints more than 64 KB' };
  const name = outcome.stop?.name;
  if (name && needsMore.has(name)) return { kind: 'unknown', what: `it stops with ${name} here` };
  return outcome.stop ? { kind: 'fails', what: `it stops with ${name ?? 'an error'}` } : undefined;
}

/** A text on one line, at most 120 characters. */
export function short(text: string): string {
  const line = text.trim().replaceAll('\n', '\\n');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
