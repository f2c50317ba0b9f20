import { expect, test } from 'vitest';
import { creditMs, deadline, extendedDeadline, graceMs, hasRunOut, isPastGrace } from './clock.ts';

const opened = new Date('2026-11-22T10:00:00Z');
const after = (ms: number) => new Date(opened.getTime() + ms);

test.each([
  { timeMs: 120_000, factor: 1, at: '2026-11-22T10:02:00.000Z', why: 'the author’s time' },
  { timeMs: 120_000, factor: 1.5, at: '2026-11-22T10:03:00.000Z', why: 'half as much again' },
  { timeMs: 120_000, factor: 10, at: '2026-11-22T10:20:00.000Z', why: 'the longest choice of a learner' },
  {
    timeMs: 120_000,
    factor: 1.875,
    at: '2026-11-22T10:03:45.000Z',
    why: '1.25 by a teacher and 1.5 by choice',
  },
  { timeMs: 120_000, factor: 0, at: undefined, why: 'a clock that is switched off' },
  { timeMs: null, factor: 2, at: undefined, why: 'an item without a clock' },
])('$why', ({ timeMs, factor, at }) => expect(deadline(opened, timeMs, factor)?.toISOString()).toBe(at));

test('credited time is added once, whatever the factor', () =>
  expect(deadline(opened, 120_000, 2, 30_000)).toEqual(after(270_000)));

// C5: received at the deadline -1 ms, 0, + grace, + grace + 1 ms.
test.each([
  { late: -1, out: false, over: false, why: 'before the deadline' },
  { late: 0, out: false, over: false, why: 'at the deadline' },
  { late: 1, out: true, over: false, why: 'after it' },
  { late: graceMs, out: true, over: false, why: 'on its way when time was up' },
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

// C7: a change while the clock runs.
test.each([
  { fair: after(90_000), end: after(90_000), why: 'a longer time lengthens a running clock' },
  { fair: after(30_000), end: after(60_000), why: 'a shorter one leaves it as it is' },
  { fair: null, end: null, why: 'no limit takes it away' },
])('$why', ({ fair, end }) => expect(extendedDeadline(after(60_000), fair)).toEqual(end));

test('a clock that was off is not started in the middle', () =>
  expect(extendedDeadline(null, after(60_000))).toBeNull());

const away = { from: after(40_000), to: after(100_000) };
test.each([
  { from: 0, until: 90_000, ms: 60_000, why: 'its end lay in the absence' },
  { from: 0, until: 300_000, ms: 60_000, why: 'its end lay behind the absence' },
  { from: 0, until: 40_000, ms: 60_000, why: 'it ended as the absence began' },
  { from: 0, until: 39_999, ms: 0, why: 'it was over before' },
  { from: 45_000, until: 135_000, ms: 55_000, why: 'it was opened after the last sign of life' },
  { from: 100_000, until: 160_000, ms: 0, why: 'it was opened as the server came back' },
])('$ms ms are credited when $why', ({ from, until, ms }) =>
  expect(creditMs({ openedAt: after(from), deadlineAt: after(until) }, away)).toBe(ms),
);

// C8: instants are compared, so a change of the local clock is none of ours.
test('a clock that runs over the change to winter time is as long as any other', () => {
  const before = new Date('2026-10-25T00:59:00Z'); // 02:59 in Berlin; a minute later it is 02:00 again.
  expect(deadline(before, 120_000, 1)?.toISOString()).toBe('2026-10-25T01:01:00.000Z');
});
