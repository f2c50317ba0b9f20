import { expect, test } from 'vitest';
import { noStreak } from './streak.ts';
import { streakToday } from './streak-today.ts';

const today = '2026-11-22';

test.each([
  {
    why: 'before the first answer',
    days: 0,
    freezes: 0,
    lastDay: null,
    done: false,
    shown: 0,
    says: 'first answer',
  },
  {
    why: 'today counts already',
    days: 3,
    freezes: 0,
    lastDay: '2026-11-22',
    done: true,
    shown: 3,
    says: '3 days in a row',
  },
  {
    why: 'the first day counts',
    days: 1,
    freezes: 0,
    lastDay: '2026-11-22',
    done: true,
    shown: 1,
    says: 'That is 1 day.',
  },
  {
    why: 'yesterday was the last active day',
    days: 3,
    freezes: 0,
    lastDay: '2026-11-21',
    done: false,
    shown: 3,
    says: 'makes today count',
  },
  {
    why: 'a freeze bridges a missed day',
    days: 8,
    freezes: 1,
    lastDay: '2026-11-20',
    done: false,
    shown: 8,
    says: '8 days in a row',
  },
  {
    why: 'without one the streak is over',
    days: 8,
    freezes: 0,
    lastDay: '2026-11-20',
    done: false,
    shown: 0,
    says: 'new streak',
  },
])('$why', ({ days, freezes, lastDay, done, shown, says }) => {
  const shownToday = streakToday({ ...noStreak, days, best: days, freezes, lastDay }, today);
  expect(shownToday).toMatchObject({ done, days: shown });
  expect(shownToday.words).toContain(says);
});
