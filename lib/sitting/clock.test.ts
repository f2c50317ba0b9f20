import { expect, test } from 'vitest';
import { creditMs, deadline, extendedDeadline, graceMs, hasRunOut, isPastGrace } from './clock.ts';

const opened = new Date('2026-11-22T10:00:00Z');
const after = (ms: number) => new Date(opened.getTime() + ms);

test.each([
  { timeMs: 120_000, factor: 1, at: '2026-11-22T10:02:00.000Z', why: 'the time set by the author' },
  { timeMs: 120_000, factor: 1.5, at: '2026-11-22T10:03:00.000Z', why: 'half as much again' },
  {
    timeMs: 120_000,
    factor: 10,
    at: '2026-11-22T10:20:00.000Z',
    why: 'the largest factor a learner may choose',
  },
  {
    timeMs: 120_000,
    factor: 1.875,
    at: '2026-11-22T10:03:45.000Z',
    why: '1.25 by a teacher and 1.5 by choice',
  },
  { timeMs: 120_000, factor: 0, at: undefined, why: 'a clock that is switched off' },
  { timeMs: null, factor: 2, at: undefined, why: 'an item without a clock' },
])('$why', ({ timeMs, factor, at }) => expect(deadline(opened, timeMs, factor)?.toISOString()).toBe(at));

test('credited time is added once and not multiplied by the factor', () =>
  expect(deadline(opened, 120_000, 2, 30_000)).toEqual(after(270_000)));

// C5: received at the deadline -1 ms, 0, + grace, + grace + 1 ms.
test.each([
  { late: -1, out: false, over: false, why: 'before the deadline' },
  { late: 0, out: false, over: false, why: 'at the deadline' },
  { late: 1, out: true, over: false, why: 'just after the deadline' },
  { late: graceMs, out: true, over: false, why: 'sent before time was up' },
  { late: graceMs + 1, out: true, over: true, why: 'too late' },
])('$why: run out $out, over $over', ({ late, out, over }) => {
  const at = after(60_000 + late);
  expect([hasRunOut(after(60_000), at), isPastGrace(after(60_000), at)]).toEqual([out, over]);
});

test('without a deadline time is never over', () => {
  expect([hasRunOut(null, new Date('2100-01-01')), isPastGrace(null, new Date('2100-01-01'))]).toEqual([
    false,
    false,
  ]);
});

// C7: the allowance changes while the clock runs.
test.each([
  { fair: after(90_000), end: after(90_000), why: 'a longer time extends a running clock' },
  { fair: after(30_000), end: after(60_000), why: 'a shorter time leaves it unchanged' },
  { fair: null, end: null, why: 'switching the limit off removes the clock' },
])('$why', ({ fair, end }) => expect(extendedDeadline(after(60_000), fair)).toEqual(end));

test('a change does not start a clock that was off', () =>
  expect(extendedDeadline(null, after(60_000))).toBeNull());

const away = { from: after(40_000), to: after(100_000) };
test.each([
  { from: 0, until: 90_000, ms: 60_000, why: 'the deadline lay in the downtime' },
  { from: 0, until: 300_000, ms: 60_000, why: 'the deadline lay after the downtime' },
  { from: 0, until: 40_000, ms: 60_000, why: 'the deadline was the start of the downtime' },
  { from: 0, until: 39_999, ms: 0, why: 'the deadline had passed before' },
  { from: 45_000, until: 135_000, ms: 55_000, why: 'the item was opened after the last heartbeat' },
  { from: 100_000, until: 160_000, ms: 0, why: 'the item was opened when the server restarted' },
])('$ms ms are credited when $why', ({ from, until, ms }) =>
  expect(creditMs({ openedAt: after(from), deadlineAt: after(until) }, away)).toBe(ms),
);

// C8: instants are compared, so daylight saving time has no effect.
test('a clock keeps its length when daylight saving time ends', () => {
  const before = new Date('2026-10-25T00:59:00Z'); // 02:59 in Berlin; a minute later it is 02:00 again.
  expect(deadline(before, 120_000, 1)?.toISOString()).toBe('2026-10-25T01:01:00.000Z');
});
