/** Called wrongly: the words say how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One verb of `npm run content`. `run` prints and answers with the exit code. */
export interface Verb {
  readonly usage: string;
  readonly does: string;
  readonly load: () => Promise<{ run(args: readonly string[]): Promise<number> }>;
}
