/** What the bench sends to a process that races. */
export interface RaceTask {
  /** Numbers of the people who race. */
  readonly races: readonly number[];
  readonly itemId: string;
  /** Names of the attempts, each sent once; `shared` is sent by every process. */
  readonly idempotencyKeys: readonly string[];
}

/** What the process was told for its submissions. */
export interface RaceResult {
  /** Graded now, or graded before under the same key. */
  readonly recorded: number;
  /** Refused because every attempt is used. */
  readonly limited: number;
  /** Refused for another reason, or failed. */
  readonly errors: number;
}

export const raceSecret = 'a secret for races, the same in every process';
