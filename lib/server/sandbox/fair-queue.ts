/** The maximum number of jobs that run and that wait: of all users, and waiting of each user. */
export interface QueueLimits {
  readonly running: number;
  readonly waiting: number;
  readonly waitingEach: number;
}

export interface FairQueue {
  /** The job's result; undefined, at once, when too many jobs are waiting. */
  run<T>(userId: string, job: () => Promise<T>): Promise<T> | undefined;
}

interface Waiting {
  readonly userId: string;
  readonly start: () => void;
}

/**
 * A queue in which users take turns: each user has at most one running job, and the user whose last job started longest
 * ago is next, so that ten jobs of one user do not delay the others.
 */
export function fairQueue(limits: QueueLimits): FairQueue {
  const running = new Set<string>();
  /** The turn in which each user's last job started. */
  const lastTurns = new Map<string, number>();
  let waiting: Waiting[] = [];
  let turn = 0;

  function startNext(): void {
    const free = running.size < limits.running ? waiting.filter(({ userId }) => !running.has(userId)) : [];
    const [next] = free.toSorted((a, b) => (lastTurns.get(a.userId) ?? 0) - (lastTurns.get(b.userId) ?? 0));
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    running.add(next.userId);
    lastTurns.set(next.userId, ++turn);
    next.start();
    startNext();
  }

  function ended(userId: string): void {
    running.delete(userId);
    if (running.size === 0 && waiting.length === 0) lastTurns.clear();
    startNext();
  }

  return {
    run(userId, job) {
      const own = waiting.filter((one) => one.userId === userId).length;
      const mayStart = running.size < limits.running && !running.has(userId);
      const mayWait = waiting.length < limits.waiting && own < limits.waitingEach;
      if (!mayStart && !mayWait) return undefined;
      return new Promise((resolve, reject) => {
        const start = () =>
          job()
            .finally(() => ended(userId))
            .then(resolve, reject);
        waiting.push({ userId, start });
        startNext();
      });
    },
  };
}
