import type { RunRule } from './check-attributes.ts';
import type { TextRule } from './program-text.ts';
import type { RuleName } from './rule-sets.ts';

/** What decides whether a program does what its item asks: running it, or rules about its text. */
export const proofLanguages = ['python', 'javascript', 'sql', 'bash', 'rules'] as const;
export type ProofLanguage = (typeof proofLanguages)[number];

/** Programs in the language of a fence are tried in this way; undefined if they are not run anywhere. */
export function proofLanguage(fence: string | null | undefined): ProofLanguage | undefined {
  const name = fence === 'sh' || fence === 'git' ? 'bash' : fence;
  return proofLanguages.find((language) => language === name && language !== 'rules');
}

/** A condition that the program of a right answer meets, and no other. */
export interface ProofCheck extends TextRule {
  readonly id: string;
  readonly run?: RunRule;
  readonly rules: readonly RuleName[];
}

/** What an author's text says beyond body and key, so that running can show the key to be right. */
export interface ProofSource {
  readonly language: ProofLanguage;
  /** Runs before the program of each answer; empty if there is none. */
  readonly setup: string;
  /** Empty if a right answer's program prints what the key's program prints. */
  readonly checks: readonly ProofCheck[];
  /** Code by the ids of the kind: of options, of steps, or the pieces between gaps. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One answer that is tried. */
export interface Trial {
  /** How findings name the answer: the answer «RUN_SEED», «worker_id». */
  readonly answer: string;
  /** Whether the item grades the answer as right. */
  readonly isRight: boolean;
  /** Runs before the program, and is no part of the text that checks look at. */
  readonly setup?: string;
  readonly program: string;
  /** The output that the answer states; only in items that ask for the output. */
  readonly prints?: string;
  /** The rule of a finding about it, where the kind has one of its own. */
  readonly rule?: string;
}

/** All that is tried of an item. The first trial is the author's own answer. */
export interface ProofPlan {
  readonly language: ProofLanguage;
  readonly checks: readonly ProofCheck[];
  readonly trials: readonly Trial[];
  /** The number of answers that there are; more than the trials if there are too many to try. */
  readonly answers: number;
}

/** The greatest number of answers of one item that are tried: all orders of six steps, or eight tokens in three gaps. */
export const mostTrials: Readonly<Record<ProofLanguage, number>> = {
  python: 720,
  javascript: 64,
  sql: 720,
  bash: 64,
  rules: 720,
};

/** Joins the setup and a program, each on lines of its own. */
export const withSetup = (setup: string, program: string): string =>
  setup ? `${setup}\n${program}` : program;

/** At most `most` combinations that take one value of each list, those with the fewest later values first. */
export function combinations<T>(lists: readonly (readonly T[])[], most: number): T[][] {
  const found: { readonly values: T[]; readonly changed: number }[] = [];
  const extend = (values: T[], changed: number): void => {
    const list = lists[values.length];
    if (!list) found.push({ values, changed });
    else for (const [at, value] of list.entries()) extend([...values, value], changed + (at > 0 ? 1 : 0));
  };
  extend([], 0);
  return found
    .toSorted((a, b) => a.changed - b.changed)
    .slice(0, most)
    .map(({ values }) => values);
}

/** At most `most` orders of the values, the given one first. */
export function permutations<T>(values: readonly T[], most: number): T[][] {
  const found: T[][] = [];
  const extend = (order: T[], left: readonly T[]): void => {
    if (found.length >= most) return;
    if (left.length === 0) found.push(order);
    for (const value of left) {
      extend(
        [...order, value],
        left.filter((other) => other !== value),
      );
    }
  };
  extend([], values);
  return found;
}
