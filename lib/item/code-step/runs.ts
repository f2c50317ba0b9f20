import { type Finished, isRunLanguage, type Run, type RunOutcome } from '#lib/item/run.ts';
import type { Check, RunRule } from './check.ts';
import { errorNames } from './error-names.ts';

/** What a run said of one check. Nothing that the program wrote is in it but the name of a known error and a line. */
export interface Judged {
  readonly held: boolean;
  readonly why?: WhyNot;
}

export type WhyNot =
  | { readonly kind: 'stopped'; readonly name: string | null; readonly line: number | null }
  | { readonly kind: 'call-stopped'; readonly name: string | null }
  /** It ended the interpreter before it could be asked. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'out-of-memory' };

type RunCheck = Check & { readonly run: RunRule };

/** One run for each standard input that the checks ask for. */
export function runsOf(language: string, checks: readonly Check[], program: string): readonly Run[] {
  if (!isRunLanguage(language)) return [];
  return groups(checks).map(([input, group]) => ({ language, program, input, calls: callsOf(group) }));
}

/** What the outcomes of those runs, in their order, say of each check that was run. */
export function judged(
  checks: readonly Check[],
  outcomes: readonly RunOutcome[],
): Readonly<Record<string, Judged>> {
  return Object.fromEntries(
    groups(checks).flatMap(([, group], at) =>
      group.map((check) => [check.id, judge(check, group, outcomes[at] ?? { kind: 'crashed' })] as const),
    ),
  );
}

function judge(check: RunCheck, group: readonly RunCheck[], outcome: RunOutcome): Judged {
  if (outcome.kind === 'time-out' || outcome.kind === 'out-of-memory')
    return { held: false, why: { kind: outcome.kind } };
  if (outcome.kind !== 'finished') return { held: false };
  const { stop } = outcome;
  if (stop?.tooDeep) return { held: false, why: { kind: 'too-deep' } };
  if (stop) return { held: false, why: { kind: 'stopped', name: known(stop.name), line: stop.line } };
  const called = calledWell(check, group, outcome);
  if (!called.held) return called;
  const { prints } = check.run;
  if (prints === undefined) return { held: true };
  if (outcome.cut) return { held: false, why: { kind: 'cut' } };
  return { held: settled(outcome.stdout) === settled(prints) };
}

function calledWell({ run: { call } }: RunCheck, group: readonly RunCheck[], { values }: Finished): Judged {
  if (!call) return { held: true };
  const value = values[callsOf(group).indexOf(call.expression)];
  if (!value) return { held: false, why: { kind: 'ended' } };
  if ('fails' in value) return { held: false, why: { kind: 'call-stopped', name: known(value.fails) } };
  return { held: value.gives.trim() === call.gives.trim() };
}

function groups(checks: readonly Check[]): [string, RunCheck[]][] {
  const run = checks.filter((check): check is RunCheck => check.run !== undefined);
  const inputs = [...new Set(run.map((check) => check.run.input))];
  return inputs.map((input) => [input, run.filter((check) => check.run.input === input)]);
}

const callsOf = (group: readonly RunCheck[]): string[] => [
  ...new Set(group.flatMap(({ run: { call } }) => (call ? [call.expression] : []))),
];

/** Names that a program made up could carry what it read; only those of the language itself pass. */
const known = (name: string | null): string | null => (name !== null && errorNames.has(name) ? name : null);

/** Blanks at the ends of lines, how a line ends, and empty lines at the end never decide. */
const settled = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
