/** The message that starts races in a worker process. */
export interface RaceTask {
  /** Numbers of the people who race. */
  readonly races: readonly number[];
  readonly itemId: string;
  /** The idempotency keys to send, one answer each; every process sends `shared`. */
  readonly idempotencyKeys: readonly string[];
}

/** How many submissions of a worker process ended in which way. */
export interface RaceResult {
  /** Graded, or already graded under the same idempotency key. */
  readonly recorded: number;
  /** Refused because no attempt is left. */
  readonly limited: number;
  /** Refused for another reason, or failed. */
  readonly errors: number;
}

export const raceSecret = 'a secret for races, the same in every process';
