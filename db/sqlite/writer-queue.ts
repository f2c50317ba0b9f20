import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionScope } from '#db/scope.ts';
import { isLocked, retryWhileLocked } from './connection.ts';

interface WriterQueue {
  tail: Promise<unknown>;
  readonly scope: TransactionScope;
  /** The last time at which another process held the lock. */
  lockedAtMs: number;
}

// Stored on globalThis because a bundler may load this module twice, and two queues on one file would block each other.
const queues: Map<string, WriterQueue> = Reflect.get(globalThis, Symbol.for('surefoot.writers')) ?? new Map();
Reflect.set(globalThis, Symbol.for('surefoot.writers'), queues);

export function writerQueue(file: string) {
  const queue: WriterQueue = queues.get(file) ?? {
    tail: Promise.resolve(),
    scope: new TransactionScope(),
    lockedAtMs: Number.NEGATIVE_INFINITY,
  };
  queues.set(file, queue);
  const enqueue = async <T>(write: () => Promise<T>): Promise<T> => {
    queue.scope.assertOutside();
    const turn = queue.tail.then(write);
    queue.tail = turn.catch(() => undefined).then(() => yieldLock(queue));
    return turn;
  };
  const isTransient = (error: unknown): boolean => {
    const locked = isLocked(error);
    if (locked) queue.lockedAtMs = performance.now();
    return locked;
  };
  const takeLock = <T>(attempt: () => T) => retryWhileLocked(attempt, isTransient);
  return { enqueue, takeLock, scope: queue.scope };
}

/** SQLite gives its lock to the first process that asks, so a process with a long queue pauses between writes. */
async function yieldLock({ lockedAtMs }: WriterQueue): Promise<void> {
  if (performance.now() - lockedAtMs < 1_000) await sleep(2 + Math.random() * 4);
}
