import { expect, test } from 'vitest';
import { localDay } from '#lib/calendar/local-day.ts';
import { forecast } from './forecast.ts';

test('today includes what is overdue, and the last of fourteen days is thirteen days from today', () => {
  const days = forecast(
    ['2026-11-01', '2026-11-22', '2026-11-23', '2026-11-23', '2026-12-05', '2026-12-06'],
    '2026-11-22',
  );
  expect(days).toHaveLength(14);
  expect(days[0]).toEqual({ day: '2026-11-22', count: 2 });
  expect(days[1]).toEqual({ day: '2026-11-23', count: 2 });
  expect(days[13]).toEqual({ day: '2026-12-05', count: 1 });
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(5);
});

test.each([
  { zone: 'Europe/Berlin', noon: '2026-10-20T10:00:00Z', change: '2026-10-25', long: 25 },
  { zone: 'America/New_York', noon: '2027-03-10T17:00:00Z', change: '2027-03-14', long: 23 },
])('in $zone the day of $long hours is counted as one day', ({ zone, noon, change }) => {
  const today = localDay(new Date(noon), zone);
  const days = forecast([change, change], today).map(({ day }) => day);
  const byTheClock = Array.from({ length: 14 }, (_, at) =>
    localDay(new Date(Date.parse(noon) + at * 86_400_000), zone),
  );
  expect(days).toEqual(byTheClock);
  expect(forecast([change], today).filter(({ count }) => count > 0)).toEqual([{ day: change, count: 1 }]);
});
