import { expect, test } from 'vitest';
import { nextDayStart } from './day-end.ts';

test.each([
  {
    why: 'an ordinary day',
    zone: 'Europe/Berlin',
    now: '2026-11-22T09:00:00Z',
    is: '2026-11-22T23:00:00.000Z',
  },
  {
    why: 'a day of 25 hours',
    zone: 'Europe/Berlin',
    now: '2026-10-24T22:00:00Z',
    is: '2026-10-25T23:00:00.000Z',
  },
  {
    why: 'a day of 23 hours',
    zone: 'Europe/Berlin',
    now: '2026-03-28T23:00:00Z',
    is: '2026-03-29T22:00:00.000Z',
  },
  {
    why: 'half an hour beside the others',
    zone: 'Asia/Kolkata',
    now: '2026-11-22T18:29:59Z',
    is: '2026-11-22T18:30:00.000Z',
  },
  {
    why: 'where it is tomorrow already',
    zone: 'Pacific/Auckland',
    now: '2026-11-22T11:00:00Z',
    is: '2026-11-23T11:00:00.000Z',
  },
])('$why', ({ zone, now, is }) => expect(nextDayStart(new Date(now), zone).toISOString()).toBe(is));
