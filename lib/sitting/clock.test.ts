import { expect, test } from 'vitest';
import { deadline, graceMs, isOver } from './clock.ts';

const opened = new Date('2026-11-22T10:00:00Z');

test.each([
  { timeMs: 120_000, factor: 1, at: '2026-11-22T10:02:00.000Z', why: 'the author’s time' },
  { timeMs: 120_000, factor: 1.5, at: '2026-11-22T10:03:00.000Z', why: 'half as much again' },
  { timeMs: 120_000, factor: 0, at: undefined, why: 'a clock that is switched off' },
  { timeMs: null, factor: 2, at: undefined, why: 'an item without a clock' },
])('$why', ({ timeMs, factor, at }) => expect(deadline(opened, timeMs, factor)?.toISOString()).toBe(at));

test.each([
  { late: -1, over: false, why: 'before the deadline' },
  { late: 0, over: false, why: 'at the deadline' },
  { late: graceMs, over: false, why: 'on its way when time was up' },
  { late: graceMs + 1, over: true, why: 'too late' },
])('$why', ({ late, over }) => {
  const end = deadline(opened, 60_000, 1);
  expect(isOver(end, new Date((end?.getTime() ?? 0) + late))).toBe(over);
});

test('without a deadline time is never over', () => expect(isOver(null, new Date('2100-01-01'))).toBe(false));
