/** One verb of a command such as `npm run admin`. `run` prints its result and returns the exit code. */
export interface Verb {
  readonly usage: string;
  readonly description: string;
  /** Imports the verb when it is called, so that a wrong environment is reported before a database is opened. */
  readonly load: () => Promise<{ run(args: readonly string[]): Promise<number> }>;
}

/** Wrong usage of a command; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
