import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  readonly isTransient: (error: unknown) => boolean;
  readonly tries?: number;
  readonly withinMs?: number;
  /** Pauses grow up to this. */
  readonly longestPauseMs?: number;
  /** What the caller is told when patience ends; the last error is its cause. */
  readonly failure: string;
}

/** Repeats what failed for a passing reason; the random pause keeps two waiting processes from meeting again. */
export async function retry<T>(attempt: () => T | Promise<T>, patience: Patience): Promise<T> {
  const { isTransient, longestPauseMs = 100 } = patience;
  const { tries = Number.POSITIVE_INFINITY, withinMs = Number.POSITIVE_INFINITY } = patience;
  const startedMs = performance.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw error;
      const tired = tried >= tries || performance.now() - startedMs >= withinMs;
      if (tired) throw new Error(patience.failure, { cause: error });
      await sleep(Math.random() * Math.min(longestPauseMs, 5 * 2 ** tried));
    }
  }
}
