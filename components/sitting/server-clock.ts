import {
  afterReply,
  type ClockFacts,
  type ClockReading,
  type Credit,
  leftMs,
} from '#lib/sitting/clock-reading.ts';

/** The displayed state of a clock. */
export interface ClockFace {
  /** Rounded up to whole seconds, so that 0 means over; null without a clock. */
  readonly leftMs: number | null;
  /** The most time that was ever left on this page. */
  readonly fullMs: number;
  /** The time is up, confirmed by the server if it could be reached. */
  readonly over: boolean;
  readonly credits: readonly Credit[];
}

export interface ClockSource {
  readonly facts: ClockFacts;
  /** When the facts arrived, by `performance.now()`. */
  readonly at: number;
  /** The facts came with the document, whose arrival time is less certain than that of a reply. */
  readonly askImmediately: boolean;
  /** The server's answer, or null when there is none. */
  readonly ask: () => Promise<ClockFacts | null>;
}

const tickMs = 250;
const askEveryMs = 30_000;

/** The clock of one item. It counts from the server’s facts by the monotonic `performance.now()`, which users cannot set. */
export class ServerClock {
  readonly #source: ClockSource;
  readonly #first: ClockFace;
  readonly #listeners = new Set<() => void>();
  #reading: ClockReading;
  #face: ClockFace;
  /** The server’s time in its newest reply. */
  #lastReplyNow: number;
  #isAsking = false;
  /** At 0:00 the server is asked once more, because time may have been added. */
  #isSure = false;

  constructor(source: ClockSource) {
    const { facts, at } = source;
    this.#source = source;
    this.#reading = { ...facts, steadyNow: at };
    this.#lastReplyNow = facts.now;
    this.#first = faceOf(this.#reading, at, 0, false);
    this.#face = faceOf(this.#reading, performance.now(), this.#first.fullMs, false);
  }

  face = (): ClockFace => this.#face;

  /** As rendered by the server. */
  firstFace = (): ClockFace => this.#first;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes newer facts from the server; `at` is when they arrived, by `performance.now()`. */
  update(facts: ClockFacts, at: number): void {
    if (facts.now <= this.#lastReplyNow) return;
    this.#lastReplyNow = facts.now;
    this.#reading = { ...facts, steadyNow: at };
    this.#draw();
  }

  /** Ticks, and syncs with the server regularly, until the returned function is called. */
  run(): () => void {
    if (this.#reading.deadline === null) return () => undefined;
    const sync = () => void this.#sync();
    if (this.#source.askImmediately) sync();
    this.#tick();
    const stops = [every(tickMs, () => this.#tick()), every(askEveryMs, sync), onReturn(sync)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #tick(): void {
    if (this.#left() === 0 && !this.#isSure) void this.#sync();
    this.#draw();
  }

  async #sync(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const sentAt = performance.now();
    const reply = await this.#source.ask();
    this.#isAsking = false;
    if (reply && reply.now > this.#lastReplyNow) {
      this.#reading = afterReply(this.#reading, reply, { sentAt, arrivedAt: performance.now() });
      this.#lastReplyNow = reply.now;
    }
    this.#isSure = true;
    this.#draw();
  }

  #left(): number | null {
    return leftMs(this.#reading, performance.now());
  }

  #draw(): void {
    if (this.#left() !== 0) this.#isSure = false;
    const next = faceOf(this.#reading, performance.now(), this.#face.fullMs, this.#isSure);
    if (isSame(this.#face, next)) return;
    this.#face = next;
    for (const listener of this.#listeners) listener();
  }
}

function faceOf(reading: ClockReading, steady: number, fullMs: number, isSure: boolean): ClockFace {
  const left = leftMs(reading, steady);
  return {
    leftMs: left === null ? null : Math.ceil(left / 1000) * 1000,
    fullMs: Math.max(fullMs, left ?? 0),
    over: left === 0 && isSure,
    credits: reading.credits,
  };
}

function isSame(a: ClockFace, b: ClockFace): boolean {
  return a.leftMs === b.leftMs && a.over === b.over && a.credits.length === b.credits.length;
}

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}

/** A jump between wall clock and monotonic clock means that the clock was set or that the device slept. */
const jumpMs = 2_000;

/** Calls when the page becomes visible, when the connection returns and after a sleep. */
function onReturn(call: () => void): () => void {
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') call();
  };
  let offset = Date.now() - performance.now();
  const stopWatching = every(1_000, () => {
    const now = Date.now() - performance.now();
    if (Math.abs(now - offset) > jumpMs) call();
    offset = now;
  });
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('pageshow', onVisible);
  window.addEventListener('online', onVisible);
  return () => {
    stopWatching();
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('pageshow', onVisible);
    window.removeEventListener('online', onVisible);
  };
}
