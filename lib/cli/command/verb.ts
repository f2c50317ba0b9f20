/** One verb of a command such as `npm run admin`. `run` prints what happened and answers with the exit code. */
export interface Verb {
  readonly usage: string;
  readonly description: string;
  /** Loaded when it is called, so that a wrong environment is told before a database is looked for. */
  readonly load: () => Promise<{ run(args: readonly string[]): Promise<number> }>;
}

/** Called wrongly: the words say how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
