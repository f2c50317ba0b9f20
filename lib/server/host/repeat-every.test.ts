import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeatEvery } from './repeat-every.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the next turn waits for the end of the one before', async () => {
  const open: (() => void)[] = [];
  let turns = 0;
  repeatEvery(1_000, () => {
    turns += 1;
    return new Promise<void>((resolve) => open.push(resolve));
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns).toBe(1);
  open[0]?.();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(turns).toBe(2);
});

test('a fault ends nothing, and is told once until it is over', async () => {
  const told: unknown[] = [];
  const outcomes = ['down', 'down', 'up', 'down', 'up'];
  let turns = 0;
  const work = async () => {
    const outcome = outcomes[turns++];
    if (outcome === 'down') throw new Error(`turn ${turns}`);
  };
  repeatEvery(1_000, work, (error) => told.push(error));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(turns).toBe(5);
  expect(told).toEqual([new Error('turn 1'), new Error('turn 4')]);
});
