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

/** What a connection has written and not committed yet: it holds SQLite's lock. */
export interface OpenCommit {
  readonly owner: object;
  commit(takeLock: TakeLock): Promise<void>;
}

interface WriterQueue {
  tail: Promise<unknown>;
  /** How many writes wait for their turn. */
  waiting: number;
  open: OpenCommit | null;
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

export type Writers = ReturnType<typeof writerQueue>;

/** The one queue for writes to a SQLite file in this process. */
export function writerQueue(file: string) {
  const queue: WriterQueue = queues.get(file) ?? {
    tail: Promise.resolve(),
    waiting: 0,
    open: null,
    scope: new TransactionScope(),
    lockedAtMs: Number.NEGATIVE_INFINITY,
    lockError: undefined,
  };
  queues.set(file, queue);
  /** Runs a write when its turn comes. What another owner has left open is committed before. */
  const enqueue = async <T>(owner: object, write: (takeLock: TakeLock) => Promise<T>): Promise<T> => {
    queue.scope.assertOutside();
    const deadlineMs = performance.now() + lockLimitMs;
    const take: TakeLock = (attempt) => takeLock(attempt, deadlineMs);
    queue.waiting += 1;
    const turn = queue.tail.then(async () => {
      queue.waiting -= 1;
      if (queue.open !== null && queue.open.owner !== owner) await queue.open.commit(take);
      return write(take);
    });
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
  return {
    enqueue,
    scope: queue.scope,
    open: () => queue.open,
    setOpen: (open: OpenCommit | null) => {
      queue.open = open;
    },
    /** Whether another write follows at once. */
    isFollowed: () => queue.waiting > 0 && !isContended(queue),
  };
}

const isContended = ({ lockedAtMs }: WriterQueue): boolean => performance.now() - lockedAtMs < 1_000;

/** SQLite gives its lock to the first process that asks, so a process with a long queue pauses between writes. */
async function yieldLock(queue: WriterQueue): Promise<void> {
  if (isContended(queue)) await sleep(2 + Math.random() * 4);
}
