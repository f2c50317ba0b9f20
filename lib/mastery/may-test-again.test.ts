import { expect, test } from 'vitest';
import { testsLeftToday } from './may-test-again.ts';

const at = (time: string) => new Date(`2026-11-${time}:00Z`);

test.each([
  { why: 'the first test', starts: [], left: 3 },
  { why: 'a third test on a day', starts: ['26T08:00', '26T09:00'], left: 1 },
  { why: 'a fourth test on a day', starts: ['26T08:00', '26T09:00', '26T10:00'], left: 0 },
  { why: 'a test on the day after three', starts: ['25T08:00', '25T09:00', '25T22:30'], left: 3 },
  {
    why: 'in Berlin a new day begins an hour before it does in UTC',
    starts: ['25T23:10', '25T23:20', '25T23:30'],
    left: 0,
  },
])('$why: $left left', ({ starts, left }) =>
  expect(testsLeftToday(starts.map(at), at('26T12:00'), 'Europe/Berlin')).toBe(left),
);

test('changing the time zone every hour does not give a new day every hour', () => {
  // At each full hour it is midnight somewhere; the tests of the previous hour were started on another day there.
  const zoneAt = (utcHour: number) => `Etc/GMT+${utcHour}`;
  const starts: Date[] = [];
  for (let hour = 0; hour < 12; hour++) {
    for (const minute of ['05', '20', '35', '50']) {
      const now = new Date(`2026-11-26T${String(hour).padStart(2, '0')}:${minute}:00Z`);
      if (testsLeftToday(starts, now, zoneAt(hour)) > 0) starts.push(now);
    }
  }
  expect(starts).toHaveLength(6);
});
