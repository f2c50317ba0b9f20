/** How much may go on at one time, and how much may wait: of all people, and of each. */
export interface QueueLimits {
  readonly running: number;
  readonly waiting: number;
  readonly waitingEach: number;
}

export interface FairQueue {
  /** The job's result once its turn has come; undefined at once when too much waits already. */
  run<T>(who: string, job: () => Promise<T>): Promise<T> | undefined;
}

interface Waiting {
  readonly userId: string;
  readonly start: () => void;
}

/**
 * A queue in which people take turns: nobody has more than one job running, and whoever was served longest ago comes
 * next, so that ten jobs of one person hold nobody else up.
 */
export function fairQueue(limits: QueueLimits): FairQueue {
  const running = new Set<string>();
  /** The turn in which each person was served last. */
  const served = new Map<string, number>();
  let waiting: Waiting[] = [];
  let turn = 0;

  function beginNext(): void {
    const free = running.size < limits.running ? waiting.filter(({ userId }) => !running.has(userId)) : [];
    const [next] = free.toSorted((a, b) => (served.get(a.userId) ?? 0) - (served.get(b.userId) ?? 0));
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    running.add(next.userId);
    served.set(next.userId, ++turn);
    next.start();
    beginNext();
  }

  function ended(who: string): void {
    running.delete(who);
    if (running.size === 0 && waiting.length === 0) served.clear();
    beginNext();
  }

  return {
    run(who, job) {
      const mine = waiting.filter((one) => one.userId === who).length;
      const mayBegin = running.size < limits.running && !running.has(who);
      const mayWait = waiting.length < limits.waiting && mine < limits.waitingEach;
      if (!mayBegin && !mayWait) return undefined;
      return new Promise((resolve, reject) => {
        const begin = () =>
          job()
            .finally(() => ended(who))
            .then(resolve, reject);
        waiting.push({ userId: who, start: begin });
        beginNext();
      });
    },
  };
}
