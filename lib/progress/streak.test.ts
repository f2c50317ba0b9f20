import { expect, test } from 'vitest';
import { localDay } from '#lib/calendar/local-day.ts';
import { nextStreak, noStreak, type Streak, shownStreak } from './streak.ts';

const day = (at: number) => new Date(Date.UTC(2026, 10, 1 + at)).toISOString().slice(0, 10);
const run = (days: readonly number[], from: Streak = noStreak) =>
  days.reduce((streak, at) => nextStreak(streak, day(at)), from);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test.each([
  { days: [0], shown: { days: 1, best: 1, freezes: 0 }, why: 'the first day' },
  { days: [0, 0, 0], shown: { days: 1, best: 1, freezes: 0 }, why: 'a day counts once' },
  { days: [0, 1, 2], shown: { days: 3, best: 3, freezes: 0 }, why: 'three days in a row' },
  {
    days: [0, 1, 3],
    shown: { days: 1, best: 2, freezes: 0 },
    why: 'a missed day without a freeze restarts the count',
  },
  { days: range(0, 6), shown: { days: 7, best: 7, freezes: 1 }, why: 'the seventh day earns a freeze' },
  {
    days: [...range(0, 6), 8],
    shown: { days: 8, best: 8, freezes: 0 },
    why: 'a freeze bridges a missed day',
  },
  {
    days: [...range(0, 6), 9],
    shown: { days: 1, best: 7, freezes: 1 },
    why: 'one freeze does not bridge two days, and is kept',
  },
  { days: range(0, 13), shown: { days: 14, best: 14, freezes: 2 }, why: 'two freezes can be kept' },
  { days: range(0, 27), shown: { days: 28, best: 28, freezes: 2 }, why: 'never more than two' },
  {
    days: [...range(0, 13), 16],
    shown: { days: 15, best: 15, freezes: 0 },
    why: 'two freezes bridge two days',
  },
  { days: [3, 1], shown: { days: 1, best: 1, freezes: 0 }, why: 'a day in the past changes nothing' },
])('$why', ({ days, shown }) => expect(run(days)).toMatchObject(shown));

test.each([
  { today: 2, days: 3, why: 'today' },
  { today: 3, days: 3, why: 'the day after, before an answer' },
  { today: 4, days: 0, why: 'after a missed day without a freeze' },
])('three days in a row, shown $why', ({ today, days }) =>
  expect(shownStreak(run([0, 1, 2]), day(today)).days).toBe(days),
);

test('a streak with a freeze survives a missed day', () => {
  const week = run(range(0, 6));
  expect(shownStreak(week, day(8)).days).toBe(7);
  expect(shownStreak(week, day(9)).days).toBe(0);
  expect(shownStreak(noStreak, day(0))).toEqual(noStreak);
});

test.each([
  { at: '2026-11-22T23:30:00Z', zone: 'UTC', shown: '2026-11-22' },
  { at: '2026-11-22T23:30:00Z', zone: 'Europe/Berlin', shown: '2026-11-23' },
  { at: '2026-11-22T23:30:00Z', zone: 'America/Los_Angeles', shown: '2026-11-22' },
  { at: '2026-11-22T09:59:00Z', zone: 'Pacific/Kiritimati', shown: '2026-11-22' },
  { at: '2026-11-22T10:00:00Z', zone: 'Pacific/Kiritimati', shown: '2026-11-23' },
  { at: '2026-11-22T18:29:00Z', zone: 'Asia/Kolkata', shown: '2026-11-22' },
  { at: '2026-11-22T18:30:00Z', zone: 'Asia/Kolkata', shown: '2026-11-23' },
  { at: '2028-02-29T12:00:00Z', zone: 'UTC', shown: '2028-02-29' },
])('$at is $shown in $zone', ({ at, zone, shown }) => expect(localDay(new Date(at), zone)).toBe(shown));

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])(
  'days with a clock change in %s are counted as one day',
  (zone) => {
    const days: string[] = [];
    for (let hour = 0; hour < 365 * 24; hour++) {
      const today = localDay(new Date(Date.UTC(2026, 0, 1, 12 + hour)), zone);
      if (days.at(-1) !== today) days.push(today);
    }
    const streak = days.reduce((before, today) => nextStreak(before, today), noStreak);
    expect(streak.days).toBe(days.length);
    expect(new Set(days).size).toBe(days.length);
  },
);

/** Answers at these instants, each in the zone given since the one before. */
const travel = (answers: readonly (readonly [at: string, zone: string])[]) =>
  answers.reduce((streak, [iso, timeZone]) => {
    const at = new Date(iso);
    return nextStreak(streak, localDay(at, timeZone), { at, timeZone });
  }, noStreak);

const honolulu = ['25', '26', '27', '28'].map(
  (date) => [`2026-11-${date}T22:00:00Z`, 'Pacific/Honolulu'] as const,
);
const auckland = ['25', '26', '27', '28'].map(
  (date) => [`2026-11-${date}T00:00:00Z`, 'Pacific/Auckland'] as const,
);

test.each<{ why: string; answers: (readonly [string, string])[]; days: number }>([
  {
    why: 'westward over the date line, a date that never came is not missed',
    answers: [...honolulu, ['2026-11-29T22:00:00Z', 'Pacific/Auckland']],
    days: 5,
  },
  {
    why: 'westward, an answer sixteen hours later keeps the streak',
    answers: [...honolulu, ['2026-11-29T14:00:00Z', 'Pacific/Auckland']],
    days: 5,
  },
  {
    why: 'westward, an answer late on the next day of the old zone keeps the streak',
    answers: [...honolulu, ['2026-11-30T09:30:00Z', 'Pacific/Auckland']],
    days: 5,
  },
  {
    why: 'a date that both zones had is missed',
    answers: [...honolulu, ['2026-11-30T14:00:00Z', 'Pacific/Auckland']],
    days: 1,
  },
  {
    why: 'without travel the missed date restarts the count',
    answers: [...honolulu, ['2026-11-30T22:00:00Z', 'Pacific/Honolulu']],
    days: 1,
  },
  {
    why: 'changing the zone does not undo a date missed at home',
    answers: [...honolulu, ['2026-11-30T22:00:00Z', 'Pacific/Kiritimati']],
    days: 1,
  },
  {
    why: 'eastward a date comes twice and counts once',
    answers: [
      ...auckland,
      ['2026-11-28T20:00:00Z', 'Pacific/Honolulu'],
      ['2026-11-29T20:00:00Z', 'Pacific/Honolulu'],
    ],
    days: 5,
  },
  {
    why: 'eastward with a day of travel',
    answers: [...auckland, ['2026-11-30T03:00:00Z', 'Pacific/Honolulu']],
    days: 5,
  },
  {
    why: 'there and back again',
    answers: [
      ...honolulu,
      ['2026-11-29T22:00:00Z', 'Pacific/Auckland'],
      ['2026-11-30T23:00:00Z', 'Pacific/Honolulu'],
      ['2026-12-01T23:00:00Z', 'Pacific/Honolulu'],
    ],
    days: 6,
  },
  {
    why: 'across two days at once, between the first and the last zone of the world',
    answers: [
      ['2026-11-28T10:30:00Z', 'Etc/GMT+12'],
      ['2026-11-29T10:30:00Z', 'Pacific/Kiritimati'],
    ],
    days: 2,
  },
  {
    why: 'a zone that crossed the date line itself had no such date: Samoa, 30 December 2011',
    answers: [
      ['2011-12-29T20:00:00Z', 'Pacific/Apia'],
      ['2011-12-30T20:00:00Z', 'Pacific/Apia'],
    ],
    days: 2,
  },
])('$why', ({ answers, days }) => expect(travel(answers).days).toBe(days));

test('the streak shown after a flight, before an answer there, is the one that an answer keeps', () => {
  const streak = travel(honolulu);
  const shownAt = (iso: string, timeZone: string) => {
    const at = new Date(iso);
    return shownStreak(streak, localDay(at, timeZone), { at, timeZone }).days;
  };
  expect(shownAt('2026-11-29T22:00:00Z', 'Pacific/Auckland')).toBe(4);
  expect(shownAt('2026-11-30T22:00:00Z', 'Pacific/Auckland')).toBe(0);
});

test('answers recorded out of order leave the later time', () => {
  const late = { at: new Date('2026-11-22T12:00:01Z'), timeZone: 'UTC' };
  const early = { at: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };
  const streak = nextStreak(nextStreak(noStreak, '2026-11-22', late), '2026-11-22', early);
  expect(streak.lastAt).toEqual(late.at);
});
