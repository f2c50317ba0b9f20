import { type Claim, InterpreterSupply } from './interpreter-supply.ts';
import {
  historyAfter,
  isForgotten,
  noHistory,
  penaltyAt,
  type RunHistory,
  standingAt,
  startsSlowly,
} from './run-standing.ts';

/**
 * The fast lane is for first slices, which last a moment; the slow lane for what was not done by then. A number of runs
 * each, and the times in milliseconds.
 */
export interface ScheduleLimits {
  readonly fast: number;
  /** Of the fast lane, places that people whose earlier runs finished keep from all others, and the others from them. */
  readonly reserved: number;
  readonly slow: number;
  /** Runs that wait: of all people, and of each. Somebody with a penalty has one waiting. */
  readonly waiting: number;
  readonly waitingEach: number;
  /** What waits longer than this is refused. */
  readonly waitMs: number;
}

export type Lane = 'fast' | 'slow';

export interface Start {
  readonly id: string;
  readonly lane: Lane;
  /** Whether the person's earlier runs finished. */
  readonly isKnown: boolean;
}

/** What is to be done after an event: runs that start, and runs that are refused as too many are waiting. */
export interface Step {
  readonly starts: readonly Start[];
  readonly refused: readonly string[];
}

/**
 * Who asks: a person, and the class that takes turns with other classes; people in no class are one class together. And
 * for a run in which language.
 */
export interface Requester {
  readonly userId: string;
  readonly groupId: string | null;
  readonly language: string;
}

interface Job extends Requester {
  readonly id: string;
  readonly arrivedAt: number;
  readonly arrival: number;
  readonly lane: Lane;
}

const ranks = { known: 0, new: 1, penalised: 2 } as const;
/** One start of so many in a lane goes to whoever has waited longest, so that everybody comes to their turn. */
const agedTurn = 4;
const maxHistories = 20_000;

/**
 * Decides which program runs when. It knows no clock, no process and no chance: every event comes with its time, and equal
 * events give equal steps. Each person has one running program at most. In the fast lane people whose runs finish come
 * before new ones, and these before people whose runs were stopped by a limit; classes take turns, then the people in
 * them. In the slow lane the smallest penalty comes first.
 *
 * A run in the fast lane starts when an interpreter is ready, so that whoever comes while one is being started can still
 * be the next. Where places are kept, so are interpreters: the last one for people whose runs finish, the last but one for
 * newcomers. A crowd of new people that comes at once uses up the others only.
 */
export class RunSchedule {
  readonly #limits: ScheduleLimits;
  readonly #running = new Map<string, Job>();
  #waiting: Job[] = [];
  readonly #histories = new Map<string, RunHistory>();
  /** The turn in which somebody, or a class, was last served. */
  readonly #lastTurns = new Map<string, number>();
  readonly #turns = { fast: 0, slow: 0 };
  readonly #supply: InterpreterSupply;
  #arrivals = 0;

  constructor(limits: ScheduleLimits) {
    this.#limits = limits;
    this.#supply = new InterpreterSupply(limits.reserved);
  }

  /** A person asks for a run. */
  arrive(id: string, { userId, groupId, language }: Requester, now: number): Step {
    const lane = startsSlowly(this.#history(userId), now) ? 'slow' : 'fast';
    const job: Job = { id, userId, groupId, language, lane, arrivedAt: now, arrival: ++this.#arrivals };
    this.#waiting.push(job);
    const starts = this.#startAll(now);
    const surplus = this.#surplus(job, now);
    if (surplus) this.#waiting = this.#waiting.filter((one) => one !== surplus);
    return { starts, refused: surplus ? [surplus.id] : [] };
  }

  /**
   * A run has used up its first slice. It stays when the slow lane has a place and nobody waits for it before; otherwise it
   * has to be stopped, and is started anew when the slow lane comes to it.
   */
  endSlice(id: string, now: number): Step & { readonly stays: boolean } {
    const job = this.#running.get(id);
    if (job?.lane !== 'fast') return { stays: true, starts: [], refused: [] };
    const slowed: Job = { ...job, lane: 'slow' };
    const stays = this.#count('slow') < this.#limits.slow && !this.#next('slow', now);
    if (stays) {
      this.#running.set(id, slowed);
    } else {
      this.#running.delete(id);
      this.#waiting.push(slowed);
    }
    return { stays, starts: this.#startAll(now), refused: [] };
  }

  /** A run has ended: by itself, stopped by a limit, or because the sandbox failed. */
  end(id: string, ending: 'finished' | 'stopped' | 'failed', now: number): Step {
    const job = this.#running.get(id);
    this.#running.delete(id);
    if (job) this.#histories.set(job.userId, historyAfter(this.#history(job.userId), ending, now));
    this.#forget(now);
    return { starts: this.#startAll(now), refused: [] };
  }

  /** So many interpreters of a language are ready now. */
  supply(language: string, ready: number, now: number): Step {
    this.#supply.set(language, ready);
    return { starts: this.#startAll(now), refused: [] };
  }

  /** Time has passed: what has waited too long is refused. */
  tick(now: number): Step {
    const late = this.#waiting.filter(({ arrivedAt }) => now - arrivedAt >= this.#limits.waitMs);
    this.#waiting = this.#waiting.filter((job) => !late.includes(job));
    return { starts: this.#startAll(now), refused: late.map(({ id }) => id) };
  }

  /** Gives up the runs that wait for an interpreter of a language of which none starts. */
  withdraw(language: string): Step {
    const [given, kept] = [true, false].map((isGiven) =>
      this.#waiting.filter((job) => (job.lane === 'fast' && job.language === language) === isGiven),
    );
    this.#waiting = kept ?? [];
    return { starts: [], refused: (given ?? []).map(({ id }) => id) };
  }

  /** How many interpreters of a language are to be ready or starting now, and how many may start at the same time. */
  wanted(language: string, processors: number): ReturnType<InterpreterSupply['wanted']> {
    return this.#supply.wanted(this.waitingFor(language), processors);
  }

  /** The number of runs that wait for an interpreter of a language. */
  waitingFor(language: string): number {
    return this.#waiting.filter((job) => job.lane === 'fast' && job.language === language).length;
  }

  /** The number of runs that wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  #history(userId: string): RunHistory {
    return this.#histories.get(userId) ?? noHistory;
  }

  #count(lane: Lane): number {
    return [...this.#running.values()].filter((job) => job.lane === lane).length;
  }

  #startAll(now: number): Start[] {
    const starts: Start[] = [];
    for (const lane of ['fast', 'slow'] as const) {
      for (let job = this.#next(lane, now); job; job = this.#next(lane, now)) {
        this.#serve(job, now);
        starts.push({ id: job.id, lane, isKnown: this.#isKnown(job, now) });
      }
    }
    return starts;
  }

  #serve(job: Job, now: number): void {
    if (job.lane === 'fast') this.#supply.take(job.language, this.#isKnown(job, now), now);
    this.#waiting = this.#waiting.filter((one) => one !== job);
    this.#running.set(job.id, job);
    const turn = ++this.#turns[job.lane];
    this.#lastTurns.set(`${job.lane} user ${job.userId}`, turn);
    this.#lastTurns.set(`${job.lane} group ${job.groupId}`, turn);
  }

  /** The job that a free place of a lane goes to. */
  #next(lane: Lane, now: number): Job | undefined {
    const seen = new Set([...this.#running.values()].map(({ userId }) => userId));
    const waiting = this.#waiting.filter((job) => {
      const isFirstOfPerson = job.lane === lane && !seen.has(job.userId);
      if (isFirstOfPerson) seen.add(job.userId);
      return isFirstOfPerson;
    });
    const free = waiting.filter((job) => this.#hasPlaceFor(job, waiting, now));
    const turn = this.#turns[lane] + 1;
    const oldest = free.find(
      (job) => lane === 'slow' || this.#supply.isUsuallyReadyFor(this.#claim(job, now)),
    );
    if (oldest && turn % agedTurn === 0) return oldest;
    // In a rush of people of whom nothing is known, the last to come is not the last to be served.
    const [first] = free.toSorted((a, b) => this.#compare(a, b, now) || b.arrival - a.arrival);
    return first;
  }

  /** In the fast lane some places are kept for people with a finished run, and some for others as long as one of them waits. */
  #hasPlaceFor(job: Job, waiting: readonly Job[], now: number): boolean {
    if (job.lane === 'fast' && !this.#supply.isReadyFor(this.#claim(job, now), now)) return false;
    const running = [...this.#running.values()].filter(({ lane }) => lane === job.lane);
    if (running.length >= this.#limits[job.lane]) return false;
    const isKnown = this.#isKnown(job, now);
    if (job.lane === 'slow' || (isKnown && waiting.every((one) => this.#isKnown(one, now)))) return true;
    const alike = running.filter((one) => this.#isKnown(one, now) === isKnown);
    return alike.length < this.#limits.fast - this.#limits.reserved;
  }

  #claim(job: Job, now: number): Claim {
    const { language, userId, arrivedAt } = job;
    const rivals = [...this.#running.values(), ...this.#waiting].filter(
      (one) => one !== job && one.lane === 'fast' && one.language === language,
    );
    return {
      language,
      standing: standingAt(this.#history(userId), now),
      askedAt: arrivedAt,
      isAlone: rivals.length === 0,
      othersWait: rivals.some((one) => !this.#running.has(one.id) && !this.#isKnown(one, now)),
    };
  }

  #compare(a: Job, b: Job, now: number): number {
    const turnOf = (name: string) => this.#lastTurns.get(name) ?? 0;
    const keys = ({ lane, userId, groupId }: Job) => [
      lane === 'fast'
        ? ranks[standingAt(this.#history(userId), now)]
        : Math.round(penaltyAt(this.#history(userId), now)),
      turnOf(`${lane} group ${groupId}`),
      turnOf(`${lane} user ${userId}`),
    ];
    const [left, right] = [keys(a), keys(b)];
    return left.map((key, at) => key - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  }

  #isKnown({ userId }: Job, now: number): boolean {
    return standingAt(this.#history(userId), now) === 'known';
  }

  /** The waiting job that is one too many after this arrival; with a full queue, one of whoever has the greatest penalty. */
  #surplus(arrived: Job, now: number): Job | undefined {
    if (!this.#waiting.includes(arrived)) return undefined;
    const penalty = ({ userId }: Job) => penaltyAt(this.#history(userId), now);
    const own = this.#waiting.filter(({ userId }) => userId === arrived.userId).length;
    const mayHave = penalty(arrived) >= 0.5 ? 1 : this.#limits.waitingEach;
    if (own > mayHave) return arrived;
    if (this.#waiting.length <= this.#limits.waiting) return undefined;
    const worst = this.#waiting.toSorted((a, b) => penalty(b) - penalty(a) || b.arrival - a.arrival)[0];
    return worst && penalty(worst) > penalty(arrived) ? worst : arrived;
  }

  #forget(now: number): void {
    if (this.#running.size === 0 && this.#waiting.length === 0) this.#lastTurns.clear();
    if (this.#histories.size < maxHistories) return;
    for (const [userId, history] of this.#histories)
      if (isForgotten(history, now)) this.#histories.delete(userId);
  }
}
