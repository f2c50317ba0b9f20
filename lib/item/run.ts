/** Languages that run here: in the learner's browser, and in the server's sandbox. */
export const runLanguages = ['python', 'javascript'] as const;
export type RunLanguage = (typeof runLanguages)[number];

export const isRunLanguage = (language: string): language is RunLanguage =>
  runLanguages.some((one) => one === language);

/** One run of a program, and expressions that the same interpreter evaluates after it. */
export interface Run {
  readonly language: RunLanguage;
  /** Runs before the program, which has its names; an error names no line of it. */
  readonly setup?: string;
  readonly program: string;
  /** Standard input. */
  readonly input: string;
  /** Expressions of the same language. */
  readonly calls: readonly string[];
}

export type RunOutcome =
  | FinishedRun
  /** It exceeded the limit of processor time. */
  | { readonly kind: 'time-out' }
  | { readonly kind: 'out-of-memory' }
  /** Too many runs are waiting already, of this user or in total. */
  | { readonly kind: 'too-busy' }
  /** The sandbox itself failed. */
  | { readonly kind: 'crashed' };

export interface FinishedRun {
  readonly kind: 'finished';
  /** 0 unless it stopped with an error or set another code. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether output beyond the limit was cut off. */
  readonly cut: boolean;
  /** The error that stopped it. */
  readonly stop: ProgramError | null;
  /** The value of each call, in order; shorter if the program ended the interpreter itself. */
  readonly values: readonly CallValue[];
}

export interface ProgramError {
  /** The name of the error; null if WebAssembly stopped the program. */
  readonly name: string | null;
  readonly line: number | null;
  /** Whether WebAssembly stopped it because calls were nested too deeply. */
  readonly tooDeep?: boolean;
}

/**
 * The value of a call as the language writes it (`repr`, `JSON.stringify`), the name of the error it raised, or that its
 * value is no plain data: an object of the program's own, a function, or something larger than 10,000 characters.
 */
export type CallValue = { readonly gives: string } | { readonly fails: string } | { readonly notData: true };
