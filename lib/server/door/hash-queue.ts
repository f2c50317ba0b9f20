/** The largest numbers of jobs that run, that wait in each lane, and that wait there for one sender. */
export interface HashLimits {
  readonly running: number;
  readonly waiting: number;
  readonly waitingEach: number;
}

/** Known users, by their id, go before strangers, by their address, but for one start in four. Within a lane, senders take turns. */
export interface Sender {
  readonly lane: 'known' | 'strangers';
  readonly id: string;
}

export const knownUser = (userId: string): Sender => ({ lane: 'known', id: userId });
export const strangerAt = (address: string): Sender => ({ lane: 'strangers', id: address });

export interface HashQueue {
  /**
   * The job's result; undefined when too many jobs are waiting. With a full lane the sender with most of them gives one up,
   * its last, for somebody who has fewer, so that no few senders keep all others out.
   */
  run<T>(sender: Sender, job: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
}

interface WaitingJob {
  start(): void;
  refuse(): void;
}

/** The waiting jobs of each sender. The order of the senders is that of their turns. */
type Lane = Map<string, readonly WaitingJob[]>;

/** Without it, one pupil who signs in all the time would keep everybody on a new device out. */
const strangersTurn = 4;

/** Bounds the work on passwords, so that no number of sign-ins takes the processor or the memory from everybody else. */
export function hashQueue({ running: most, waiting, waitingEach }: HashLimits): HashQueue {
  const lanes = { known: new Map(), strangers: new Map() } satisfies Record<Sender['lane'], Lane>;
  let running = 0;
  let starts = 0;

  function startNext(): void {
    if (running >= most) return;
    const isForStrangers = (starts + 1) % strangersTurn === 0;
    const [first, second] = isForStrangers ? [lanes.strangers, lanes.known] : [lanes.known, lanes.strangers];
    const next = takeTurn(first) ?? takeTurn(second);
    if (!next) return;
    starts += 1;
    running += 1;
    next.start();
    startNext();
  }

  function ended(): void {
    running -= 1;
    startNext();
  }

  return {
    run({ lane: name, id }, job) {
      const lane: Lane = lanes[name];
      const own = lane.get(id)?.length ?? 0;
      if (own >= waitingEach) return Promise.resolve(undefined);
      if (lengthOf(lane) >= waiting && !refuseOneFor(lane, own)) return Promise.resolve(undefined);
      return new Promise((resolve, reject) => {
        const start = () =>
          job()
            .finally(ended)
            .then((value) => resolve({ value }), reject);
        lane.set(id, [...(lane.get(id) ?? []), { start, refuse: () => resolve(undefined) }]);
        startNext();
      });
    },
  };
}

/** Refuses the last job of the sender with most of them, if somebody with `own` jobs still has fewer after one more. */
function refuseOneFor(lane: Lane, own: number): boolean {
  const [greatest] = [...lane].toSorted(([, a], [, b]) => b.length - a.length);
  if (!greatest || greatest[1].length <= own + 1) return false;
  const [id, jobs] = greatest;
  lane.set(id, jobs.slice(0, -1));
  jobs.at(-1)?.refuse();
  return true;
}

/** Removes and returns the next job of a lane; its sender's next turn comes after all others. */
function takeTurn(lane: Lane): WaitingJob | undefined {
  const [first] = lane;
  if (!first) return undefined;
  const [id, [job, ...rest]] = first;
  lane.delete(id);
  if (rest.length > 0) lane.set(id, rest);
  return job;
}

function lengthOf(lane: Lane): number {
  let length = 0;
  for (const jobs of lane.values()) length += jobs.length;
  return length;
}
