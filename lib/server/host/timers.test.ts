import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isServing, repeatEvery } from './timers.ts';

test.each([
  { why: 'the server', NEXT_RUNTIME: 'nodejs', serves: true },
  { why: 'prerendering', NEXT_RUNTIME: 'nodejs', NEXT_PHASE: 'phase-production-build', serves: false },
  { why: 'a command', serves: false },
])('$why starts timers: $serves', ({ serves, why: _why, ...env }) => expect(isServing(env)).toBe(serves));

describe('repeated work', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('a run starts only after the last one ended', async () => {
    const open: (() => void)[] = [];
    let runs = 0;
    repeatEvery(1_000, () => {
      runs += 1;
      return new Promise<void>((resolve) => open.push(resolve));
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(runs).toBe(1);
    open[0]?.();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(2);
  });

  test('a failure stops nothing, and is reported once until a run succeeds', async () => {
    const reported: unknown[] = [];
    const outcomes = ['down', 'down', 'up', 'down', 'up'];
    let runs = 0;
    const work = async () => {
      const outcome = outcomes[runs++];
      if (outcome === 'down') throw new Error(`run ${runs}`);
    };
    repeatEvery(1_000, work, (error) => reported.push(error));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(5);
    expect(reported).toEqual([new Error('run 1'), new Error('run 4')]);
  });
});
