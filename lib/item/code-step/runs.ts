import type { RunRule } from '#lib/item/check-attributes.ts';
import { comparableOutput } from '#lib/item/comparable-output.ts';
import { type FinishedRun, isRunLanguage, type Run, type RunOutcome } from '#lib/item/run.ts';
import { timeOutText } from '#lib/item/time-out-text.ts';
import type { Check } from './check.ts';
import { errorNames } from './error-names.ts';

/** The result of one check after a run. Of what the program wrote it holds only the name of a known error and a line. */
export interface CheckResult {
  readonly held: boolean;
  readonly why?: FailureReason;
}

export type FailureReason =
  | { readonly kind: 'stopped'; readonly name: string | null; readonly line: number | null }
  | { readonly kind: 'call-stopped'; readonly name: string | null }
  /** The value of the call was an object of the program's own, or too large. */
  | { readonly kind: 'not-data' }
  /** The program ended the interpreter before the check could be evaluated. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'out-of-memory' };

type RunCheck = Check & { readonly run: RunRule };

/** One run for each standard input that the checks ask for. */
export function runsOf(
  { language, setup }: { readonly language: string; readonly setup: string | undefined },
  checks: readonly Check[],
  program: string,
): readonly Run[] {
  if (!isRunLanguage(language)) return [];
  const before = setup === undefined ? {} : { setup };
  return checksByInput(checks).map(([input, group]) => ({
    ...{ language, ...before, program, input },
    calls: callsOf(group),
  }));
}

/** The result of each check that needs a run, from the outcomes of `runsOf` in the same order. */
export function checkResults(
  checks: readonly Check[],
  outcomes: readonly RunOutcome[],
): Readonly<Record<string, CheckResult>> {
  return Object.fromEntries(
    checksByInput(checks).flatMap(([, group], at) =>
      group.map(
        (check) => [check.id, checkResult(check, group, outcomes[at] ?? { kind: 'crashed' })] as const,
      ),
    ),
  );
}

function checkResult(check: RunCheck, group: readonly RunCheck[], outcome: RunOutcome): CheckResult {
  if (outcome.kind === 'time-out' || outcome.kind === 'out-of-memory')
    return { held: false, why: { kind: outcome.kind } };
  if (outcome.kind !== 'finished') return { held: false };
  const { stop } = outcome;
  if (stop?.tooDeep) return { held: false, why: { kind: 'too-deep' } };
  if (stop)
    return { held: false, why: { kind: 'stopped', name: knownErrorName(stop.name), line: stop.line } };
  const called = callResult(check, group, outcome);
  if (!called.held) return called;
  const { prints } = check.run;
  if (prints === undefined) return { held: true };
  if (outcome.cut) return { held: false, why: { kind: 'cut' } };
  return { held: comparableOutput(outcome.stdout) === comparableOutput(prints) };
}

function callResult(
  { run: { call } }: RunCheck,
  group: readonly RunCheck[],
  { values }: FinishedRun,
): CheckResult {
  if (!call) return { held: true };
  const value = values[callsOf(group).indexOf(call.expression)];
  if (!value) return { held: false, why: { kind: 'ended' } };
  if ('fails' in value)
    return { held: false, why: { kind: 'call-stopped', name: knownErrorName(value.fails) } };
  if ('notData' in value) return { held: false, why: { kind: 'not-data' } };
  return { held: value.gives.trim() === call.gives.trim() };
}

function checksByInput(checks: readonly Check[]): [string, RunCheck[]][] {
  const run = checks.filter((check): check is RunCheck => check.run !== undefined);
  const inputs = [...new Set(run.map((check) => check.run.input))];
  return inputs.map((input) => [input, run.filter((check) => check.run.input === input)]);
}

const callsOf = (group: readonly RunCheck[]): string[] => [
  ...new Set(group.flatMap(({ run: { call } }) => (call ? [call.expression] : []))),
];

/** Only names of the language itself pass: a name made up by the program could reveal what it read. */
const knownErrorName = (name: string | null): string | null =>
  name !== null && errorNames.has(name) ? name : null;

/** A sentence on reason the run of a check failed, without hidden input or expected values. */
export function failureMessage(reason: FailureReason): string {
  switch (reason.kind) {
    case 'stopped':
      return `Your program stopped with ${reason.name ?? 'an error'}${reason.line === null ? '' : ` on line ${reason.line}`}.`;
    case 'call-stopped':
      return `When it was tested, your program stopped with ${reason.name ?? 'an error'}.`;
    case 'not-data':
      return 'When it was tested, your program gave an object of its own, or a very long value, where plain data were expected: numbers, texts, lists and the like.';
    case 'ended':
      return 'Your program ended Python or JavaScript itself, so it could not be tested.';
    case 'cut':
      return 'It printed more than 64 KB, so the rest was cut.';
    case 'too-deep':
      return 'Its functions called one another too deeply, so it was stopped. Does the recursion end?';
    case 'time-out':
      return timeOutText;
    case 'out-of-memory':
      return 'It used more than 256 MB of memory and was stopped.';
  }
}
