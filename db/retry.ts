import { setTimeout as sleep } from 'node:timers/promises';

/** What a transaction has read was changed by another one before it could write: it has to run again. */
export class ConflictError extends Error {}

export interface RetryOptions {
  readonly isTransient: (error: unknown) => boolean;
  readonly tries?: number;
  readonly withinMs?: number;
  /** The limit up to which pauses grow, after a time of trying; in milliseconds, as is the time. */
  readonly longestPauseMs?: (triedForMs: number) => number;
  /** The message of the error that is thrown after the last attempt; its cause is the last error. */
  readonly failure: string;
}

/** How long a write may wait for locks of others, on SQLite with its time in the queue of this process. */
export const lockLimitMs = 5_000;

/** Repeats an attempt that fails with a transient error; the random pause keeps two processes from colliding again. */
export async function retry<T>(attempt: () => T | Promise<T>, options: RetryOptions): Promise<T> {
  const { isTransient, longestPauseMs = () => 100 } = options;
  const { tries = Number.POSITIVE_INFINITY, withinMs = Number.POSITIVE_INFINITY } = options;
  const startedMs = performance.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw error;
      const triedForMs = performance.now() - startedMs;
      const isOver = tried >= tries || triedForMs >= withinMs;
      if (isOver) throw new Error(options.failure, { cause: error });
      await sleep(Math.random() * Math.min(longestPauseMs(triedForMs), 5 * 2 ** tried));
    }
  }
}
