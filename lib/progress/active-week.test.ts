import { expect, test } from 'vitest';
import { mondayOf } from '#lib/calendar/calendar-day.ts';
import { activeWeeks, weekInWords } from './active-week.ts';

test.each([
  { day: '2026-11-22', monday: '2026-11-16', why: 'a Sunday ends its week' },
  { day: '2026-11-23', monday: '2026-11-23', why: 'a Monday begins its week' },
  { day: '2026-03-01', monday: '2026-02-23', why: 'a week may lie in two months' },
])('$why', ({ day, monday }) => expect(mondayOf(day)).toBe(monday));

test('a week has answered days, today, days without an answer and days ahead', () => {
  const [week] = activeWeeks(
    [
      { day: '2026-11-16', answers: 3, right: 2 },
      { day: '2026-11-15', answers: 9, right: 9 },
    ],
    '2026-11-18',
    1,
  );
  expect(week?.days.map(({ state }) => state)).toEqual([
    'answered',
    'none',
    'today',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ]);
  expect(week).toMatchObject({ active: 1, answers: 3, right: 2 });
});

test('today counts once it has an answer, and weeks come oldest first', () => {
  const weeks = activeWeeks([{ day: '2026-11-18', answers: 1, right: 0 }], '2026-11-18', 2);
  expect(weeks.map(({ days }) => days[0]?.day)).toEqual(['2026-11-09', '2026-11-16']);
  expect(weeks.map(({ active }) => active)).toEqual([0, 1]);
});

const week = { days: [], active: 4, answers: 41, right: 33 };
test.each([
  { goal: null, of: week, words: '41 answers on 4 days, 33 right.' },
  { goal: 5, of: week, words: 'Goal: 4 of 5 days. 41 answers, 33 right.' },
  { goal: 4, of: week, words: 'Goal reached: 4 of 4 days. 41 answers, 33 right.' },
  {
    goal: null,
    of: { ...week, open: 5 },
    words: '41 answers on 4 days, 33 right, 5 in what you have not finished.',
  },
  { goal: null, of: { ...week, active: 1, answers: 1, right: 0 }, words: '1 answer on 1 day, 0 right.' },
  {
    goal: 3,
    of: { days: [], active: 0, answers: 0, right: 0 },
    words: 'Goal: 0 of 3 days. No answers yet this week.',
  },
])('$words', ({ goal, of, words }) => expect(weekInWords(of, goal)).toBe(words));
