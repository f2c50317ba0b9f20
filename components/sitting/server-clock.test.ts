import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClockFacts } from '#lib/sitting/clock-reading.ts';
import { type ClockSource, ServerClock } from './server-clock.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// The server's clock is at 1,000,000 when the page begins; 90 seconds are left.
const begun = 1_000_000;
const facts: ClockFacts = { now: begun, deadline: begun + 90_000, credits: [] };

/** A clock in a page, and a server whose end may be moved or whose line may break. */
function started({
  askImmediately = false,
  delayMs = 0,
}: {
  askImmediately?: boolean;
  delayMs?: number;
} = {}) {
  const zero = performance.now();
  const server = { deadline: facts.deadline, isReachable: true, asked: 0 };
  const ask: ClockSource['ask'] = async () => {
    server.asked += 1;
    if (!server.isReachable) return null;
    return { now: begun + delayMs + performance.now() - zero, deadline: server.deadline, credits: [] };
  };
  const clock = new ServerClock({ facts, at: zero, askImmediately, ask });
  stop = clock.run();
  return { clock, server };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('C1: a wall clock that is set a day ahead or back changes nothing', async () => {
  const { clock } = started();
  await pass(10_000);
  for (const day of [1, -1]) {
    vi.setSystemTime(Date.now() + day * 86_400_000);
    await pass(1_000);
  }
  expect(clock.face().leftMs).toBe(78_000);
});

test('the first face is as the server drew it, whatever the way here took', async () => {
  const clock = new ServerClock({
    facts,
    at: performance.now() - 3_000,
    askImmediately: true,
    ask: async () => null,
  });
  expect([clock.firstFace().leftMs, clock.face().leftMs]).toEqual([90_000, 87_000]);
});

describe('the server is asked', () => {
  test('every half minute, and at once when the clock came with the document', async () => {
    const { server } = started({ askImmediately: true });
    expect(server.asked).toBe(1);
    await pass(61_000);
    expect(server.asked).toBe(3);
  });

  test('when the page is seen again, and what it says is believed', async () => {
    const { clock, server } = started({ delayMs: 5_000 });
    await pass(1_000);
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(server.asked).toBe(1);
    expect(clock.face().leftMs).toBe(84_000);
  });

  test('after a sleep in which the steady clock stood still', async () => {
    const { server } = started();
    await pass(1_000);
    vi.setSystemTime(Date.now() + 60_000);
    await pass(1_000);
    expect(server.asked).toBe(1);
  });

  test('not any more when the page is left', async () => {
    const { server } = started();
    stop();
    await pass(300_000);
    expect(server.asked).toBe(0);
  });
});

describe('at 0:00', () => {
  test('the time is over once the server has said so', async () => {
    const { clock } = started();
    await pass(89_750);
    expect(clock.face().over).toBe(false);
    await pass(500);
    expect(clock.face()).toMatchObject({ leftMs: 0, over: true });
  });

  test('C7: it goes on when time was added meanwhile', async () => {
    const { clock, server } = started();
    await pass(70_000);
    server.deadline = begun + 135_000;
    await pass(20_250);
    expect(clock.face()).toMatchObject({ leftMs: 45_000, over: false });
  });

  test('without a line it is over by the page’s own count, until the server is back and has added time', async () => {
    const { clock, server } = started();
    server.isReachable = false;
    await pass(91_000);
    expect(clock.face().over).toBe(true);
    server.isReachable = true;
    server.deadline = begun + 200_000;
    await pass(30_000);
    expect(clock.face()).toMatchObject({ over: false, leftMs: 79_000 });
  });
});

test('of two things the server said, the later one counts', () => {
  const { clock } = started();
  clock.update({ now: begun + 20_000, deadline: begun + 150_000, credits: [] }, performance.now());
  clock.update({ now: begun + 10_000, deadline: begun + 90_000, credits: [] }, performance.now());
  expect(clock.face().leftMs).toBe(130_000);
});

test('a clock that was taken away counts no more', async () => {
  const { clock, server } = started();
  server.deadline = null;
  await pass(30_000);
  expect(clock.face()).toMatchObject({ leftMs: null, over: false });
});
