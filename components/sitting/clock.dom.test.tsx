import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClockFacts } from '#lib/sitting/clock-reading.ts';
import { Clock } from './clock.tsx';
import { ServerClock } from './server-clock.ts';

const day = 86_400_000;
let root: Root;
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval', 'setTimeout'] });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  stop();
  root.unmount();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** The server's clock, which goes on with the browser's steady one but for what `halt` takes away. */
function clockOnPage(leftMs: number) {
  const begun = 1_000_000;
  const zero = performance.now();
  const server = { deadline: begun + leftMs, halted: 0, asked: 0 };
  const facts = (): ClockFacts => ({
    now: begun + performance.now() - zero - server.halted,
    deadline: server.deadline,
    credits: [],
  });
  const ask = async (): Promise<ClockFacts> => {
    server.asked += 1;
    return facts();
  };
  const clock = new ServerClock({ facts: facts(), at: zero, askImmediately: true, ask });
  stop = clock.run();
  root.render(<Clock clock={clock} />);
  return { clock, server };
}

const shown = () => document.querySelector('[role=timer]')?.textContent;
const expectShown = (time: string) => vi.waitFor(() => expect(shown()).toBe(time), { interval: 1 });

test.each([
  { words: 'ahead', by: day },
  { words: 'behind', by: -day },
])(
  'C1: a browser whose clock is a day $words, or is set while a problem runs, shows the same time',
  async ({ by }) => {
    vi.setSystemTime(Date.now() + by);
    clockOnPage(90_000);
    await vi.advanceTimersByTimeAsync(5_000);
    await expectShown('1:25');
    vi.setSystemTime(Date.now() - 2 * by);
    await vi.advanceTimersByTimeAsync(5_000);
    await expectShown('1:20');
  },
);

test('a page that believes the time is over asks first, and goes on', async () => {
  const { clock, server } = clockOnPage(90_000);
  await vi.advanceTimersByTimeAsync(60_000);
  await expectShown('0:30');
  // The machine of the page runs ahead: of its ten minutes, five seconds pass at the server.
  server.halted = 595_000;
  const { asked } = server;
  await vi.advanceTimersByTimeAsync(600_000);
  await expectShown('0:25');
  expect(server.asked).toBeGreaterThan(asked);
  expect(clock.face().over).toBe(false);
});
