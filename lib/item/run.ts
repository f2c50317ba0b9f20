/** Languages that run here: in the learner's browser, and in the server's sandbox. */
export const runLanguages = ['python', 'javascript'] as const;
export type RunLanguage = (typeof runLanguages)[number];

export const isRunLanguage = (language: string): language is RunLanguage =>
  runLanguages.some((one) => one === language);

/** One run of a program, and what is asked of it in the same interpreter once it has ended. */
export interface Run {
  readonly language: RunLanguage;
  readonly program: string;
  /** Standard input. */
  readonly input: string;
  /** Expressions of the same language. */
  readonly calls: readonly string[];
}

export type RunOutcome =
  | FinishedRun
  /** It used more processor time than it may. */
  | { readonly kind: 'time-out' }
  | { readonly kind: 'out-of-memory' }
  /** Too many runs wait already, of this person or of all. */
  | { readonly kind: 'too-busy' }
  /** Our fault: the sandbox broke. */
  | { readonly kind: 'crashed' };

export interface FinishedRun {
  readonly kind: 'finished';
  /** 0 unless it stopped with an error or said otherwise. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** There was more output than is kept. */
  readonly cut: boolean;
  /** The error that stopped it. */
  readonly stop: ProgramError | null;
  /** What each call gave, in their order; shorter when the program ended the interpreter itself. */
  readonly values: readonly CallValue[];
}

export interface ProgramError {
  /** The error's own name, as the program gives it; null when WebAssembly stopped it. */
  readonly name: string | null;
  readonly line: number | null;
  /** WebAssembly stopped it because its functions called one another too deeply. */
  readonly tooDeep?: boolean;
}

/** What a call gave, as the language writes it (`repr`, `JSON.stringify`), or the error that it ended in. */
export type CallValue = { readonly gives: string } | { readonly fails: string };
