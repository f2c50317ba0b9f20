import type { Standing } from './run-standing.ts';

/** For so long after asking, somebody of whom nothing is known may have one of the kept interpreters, one person at a time. */
const newcomerMs = 2_000;
const newcomersEveryMs = 500;
/** So many people in a row whose runs finish have the last interpreter, if others wait. */
const mostKnownInARow = 3;

/** A run that waits for an interpreter. */
export interface Claim {
  readonly language: string;
  readonly standing: Standing;
  /** In milliseconds. */
  readonly askedAt: number;
  /** No other run of its language is in the fast lane, waiting or running. */
  readonly isAlone: boolean;
  /** Somebody who is not known waits for the same language. */
  readonly othersWait: boolean;
}

/**
 * The interpreters that are ready, and who may have one. The last one is kept for people whose runs finish, the last but
 * one for newcomers; `reserved` is how many of each, none in a schedule that keeps none.
 */
export class InterpreterSupply {
  readonly #reserved: number;
  readonly #ready = new Map<string, number>();
  /** When somebody who is not known last had one. */
  #newcomerAt = Number.NEGATIVE_INFINITY;
  #knownInARow = 0;

  constructor(reserved: number) {
    this.#reserved = reserved;
  }

  set(language: string, ready: number): void {
    this.#ready.set(language, ready);
  }

  take(language: string, isKnown: boolean, now: number): void {
    if (!isKnown) this.#newcomerAt = now;
    this.#knownInARow = isKnown ? this.#knownInARow + 1 : 0;
    this.#ready.set(language, this.#readyOf(language) - 1);
  }

  /** Whether one is ready for this run. */
  isReadyFor(claim: Claim, now: number): boolean {
    const usual = this.#usual(claim);
    const least = this.#isNewcomer(claim, now) ? Math.min(usual, 1 + this.#reserved) : usual;
    return this.#readyOf(claim.language) >= least;
  }

  /** The same without what is kept for newcomers. */
  isUsuallyReadyFor(claim: Claim): boolean {
    return this.#readyOf(claim.language) >= this.#usual(claim);
  }

  /**
   * How many are to be ready or starting while so many runs wait, and how many may start at the same time: what is kept,
   * and one for each that waits, so that those who wait have all processors and not what the kept ones leave. A schedule
   * that keeps none starts none before somebody waits.
   */
  wanted(waiting: number, processors: number): { readonly count: number; readonly atOnce: number } {
    const atOnce = Math.max(this.#reserved, Math.min(waiting, processors));
    return { count: 2 * this.#reserved + atOnce, atOnce };
  }

  #readyOf(language: string): number {
    return this.#ready.get(language) ?? 0;
  }

  /** How many have to be ready for a run to have one of them. */
  #usual({ standing, isAlone, othersWait }: Claim): number {
    if (isAlone) return 1;
    const isTurnOfOthers = this.#knownInARow >= mostKnownInARow;
    if (standing === 'known') return 1 + (isTurnOfOthers && othersWait ? this.#reserved : 0);
    return isTurnOfOthers ? 1 : 1 + 2 * this.#reserved;
  }

  #isNewcomer({ standing, askedAt }: Claim, now: number): boolean {
    return standing === 'new' && now - askedAt < newcomerMs && now - this.#newcomerAt >= newcomersEveryMs;
  }
}
