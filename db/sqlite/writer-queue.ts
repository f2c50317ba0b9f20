import { setTimeout as sleep } from 'node:timers/promises';
import { lockLimitMs, retry } from '#db/retry.ts';
import { TransactionScope } from '#db/scope.ts';

export const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

const lockFailure = 'Another process holds the lock on the database';

export function retryWhileLocked<T>(
  attempt: () => T,
  isTransient = isLocked,
  withinMs = lockLimitMs,
): Promise<T> {
  // Each try blocks the process for `busy_timeout`. Among writers that take turns, short pauses are fair; a lock that is
  // held for long must not keep the process from answering others.
  const longestPauseMs = (triedForMs: number) => (triedForMs < 500 ? 15 : 200);
  return retry(attempt, { isTransient, withinMs, longestPauseMs, failure: lockFailure });
}

interface WriterQueue {
  tail: Promise<unknown>;
  readonly scope: TransactionScope;
  /** The last time at which another process held the lock, and the error that said so. */
  lockedAtMs: number;
  lockError: unknown;
}

/** Takes the lock, or throws `lockLimitMs` after the write entered the queue. */
export type TakeLock = <T>(attempt: () => T) => Promise<T>;

// Stored on globalThis because a bundler may load this module twice, and two queues on one file would block each other.
const queues: Map<string, WriterQueue> = Reflect.get(globalThis, Symbol.for('surefoot.writers')) ?? new Map();
Reflect.set(globalThis, Symbol.for('surefoot.writers'), queues);

/** The one queue for writes to a SQLite file in this process. */
export function writerQueue(file: string) {
  const queue: WriterQueue = queues.get(file) ?? {
    tail: Promise.resolve(),
    scope: new TransactionScope(),
    lockedAtMs: Number.NEGATIVE_INFINITY,
    lockError: undefined,
  };
  queues.set(file, queue);
  const enqueue = async <T>(write: (takeLock: TakeLock) => Promise<T>): Promise<T> => {
    queue.scope.assertOutside();
    const deadlineMs = performance.now() + lockLimitMs;
    const turn = queue.tail.then(() => write((attempt) => takeLock(attempt, deadlineMs)));
    queue.tail = turn.catch(() => undefined).then(() => yieldLock(queue));
    return turn;
  };
  const isTransient = (error: unknown): boolean => {
    const locked = isLocked(error);
    if (locked) {
      queue.lockedAtMs = performance.now();
      queue.lockError = error;
    }
    return locked;
  };
  const takeLock = async <T>(attempt: () => T, deadlineMs: number): Promise<T> => {
    const nowMs = performance.now();
    // Those who waited in the queue do not each block the process once more for a lock that was held just now.
    if (nowMs >= deadlineMs && nowMs - queue.lockedAtMs < 100)
      throw new Error(lockFailure, { cause: queue.lockError });
    return retryWhileLocked(attempt, isTransient, deadlineMs - nowMs);
  };
  return { enqueue, scope: queue.scope };
}

/** SQLite gives its lock to the first process that asks, so a process with a long queue pauses between writes. */
async function yieldLock({ lockedAtMs }: WriterQueue): Promise<void> {
  if (performance.now() - lockedAtMs < 1_000) await sleep(2 + Math.random() * 4);
}
