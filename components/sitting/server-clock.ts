import {
  afterReply,
  type ClockFacts,
  type ClockReading,
  type Credit,
  leftMs,
} from '#lib/sitting/clock-reading.ts';

/** What a clock shows. */
export interface ClockFace {
  /** Rounded up to whole seconds, so that 0 means over; null when the clock was taken away. */
  readonly leftMs: number | null;
  /** The most that was ever left on this page. */
  readonly fullMs: number;
  /** The time has run out, as far as the server could be asked. */
  readonly over: boolean;
  readonly credits: readonly Credit[];
}

/** One item's clock in this page. It counts by the browser's steady clock, which nobody can set, from what the server said. */
export interface ServerClock {
  readonly face: () => ClockFace;
  /** As the server drew it. */
  readonly firstFace: () => ClockFace;
  readonly subscribe: (listener: () => void) => () => void;
  /** Something newer that the server said; `at` is when it arrived, by the steady clock. */
  readonly take: (facts: ClockFacts, at: number) => void;
  /** Ticks and asks the server from time to time until the function that it returns is called. */
  readonly run: () => () => void;
}

export interface ClockSource {
  readonly facts: ClockFacts;
  /** When the facts arrived, by the steady clock. */
  readonly at: number;
  /** They came with the document, whose arrival is known less well than that of a reply. */
  readonly askAtOnce: boolean;
  /** The server's answer, or null when there is none. */
  readonly ask: () => Promise<ClockFacts | null>;
}

const tickMs = 250;
const askEveryMs = 30_000;

export function makeServerClock({ facts, at, askAtOnce, ask }: ClockSource): ServerClock {
  let reading: ClockReading = { ...facts, at };
  let said = facts.now;
  let isAsking = false;
  // At 0:00 the server is asked once more: time may have been added since.
  let isSure = false;
  const first = faceOf(reading, at, 0, false);
  let face = faceOf(reading, performance.now(), first.fullMs, false);
  const listeners = new Set<() => void>();

  const draw = (): void => {
    const left = leftMs(reading, performance.now());
    if (left !== 0) isSure = false;
    const next = faceOf(reading, performance.now(), face.fullMs, isSure);
    if (isSame(face, next)) return;
    face = next;
    for (const listener of listeners) listener();
  };
  const sync = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    const sentAt = performance.now();
    const reply = await ask();
    isAsking = false;
    if (reply && reply.now > said) {
      reading = afterReply(reading, reply, { sentAt, arrivedAt: performance.now() });
      said = reply.now;
    }
    isSure = true;
    draw();
  };
  const tick = (): void => {
    if (leftMs(reading, performance.now()) === 0 && !isSure) void sync();
    draw();
  };

  return {
    face: () => face,
    firstFace: () => first,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (newer, arrivedAt) => {
      if (newer.now <= said) return;
      said = newer.now;
      reading = { ...newer, at: arrivedAt };
      draw();
    },
    run: () => {
      if (reading.deadline === null) return () => undefined;
      if (askAtOnce) void sync();
      tick();
      const stops = [every(tickMs, tick), every(askEveryMs, sync), whenBack(sync)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
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

/** A wall clock that jumps against the steady one was set, or the machine slept and the steady clock stood still. */
const jumpMs = 2_000;

/** Calls when the page is seen again, when the line is back and after a sleep. */
function whenBack(call: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') call();
  };
  let apart = Date.now() - performance.now();
  const stopLooking = every(1_000, () => {
    const now = Date.now() - performance.now();
    if (Math.abs(now - apart) > jumpMs) call();
    apart = now;
  });
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', seen);
  window.addEventListener('online', seen);
  return () => {
    stopLooking();
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', seen);
    window.removeEventListener('online', seen);
  };
}
