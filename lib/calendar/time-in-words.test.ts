import { expect, test } from 'vitest';
import { agoInWords, dayInWords, dueInWords, exactTime, spanInWords, weekday } from './time-in-words.ts';

const now = new Date('2026-11-22T09:00:00Z');

test.each([
  { past: '2026-11-22T08:59:30Z', is: 'just now' },
  { past: '2026-11-22T09:00:30Z', is: 'just now' },
  { past: '2026-11-22T08:59:00Z', is: '1 minute ago' },
  { past: '2026-11-22T07:00:00Z', is: '2 hours ago' },
  { past: '2026-11-21T09:00:00Z', is: '1 day ago' },
  { past: '2026-11-09T09:00:00Z', is: '13 days ago' },
  { past: '2026-11-01T09:00:00Z', is: '3 weeks ago' },
  { past: '2026-05-01T09:00:00Z', is: '6 months ago' },
])('$past was $is', ({ past, is }) => expect(agoInWords(new Date(past), now)).toBe(is));

test('an instant is shown in the given time zone', () => {
  const at = new Date('2026-11-22T23:30:00Z');
  expect(exactTime(at, 'Europe/Berlin')).toMatch(/Mon.*23 Nov 2026.*00:30/);
  expect(exactTime(at, 'America/New_York')).toMatch(/Sun.*22 Nov 2026.*18:30/);
  expect(dayInWords(at, 'Europe/Berlin')).toBe('23 November 2026');
});

test('a day has a weekday in both lengths', () => {
  expect(weekday('2026-11-22', 'long')).toBe('Sunday');
  expect(weekday('2026-11-23', 'short')).toBe('Mon');
});

test.each([
  { due: '2026-11-22', words: 'today' },
  { due: '2026-11-20', words: 'today' },
  { due: '2026-11-23', words: 'tomorrow' },
  { due: '2026-11-25', words: 'in 3 days' },
  { due: '2027-03-30', words: 'in 128 days' },
])('$due is due $words', ({ due, words }) => expect(dueInWords(due, '2026-11-22')).toBe(words));

test.each([
  { ms: 1_400, words: '1 second' },
  { ms: 400, words: '0 seconds' },
  { ms: 59_600, words: '1 minute' },
  { ms: 61_000, words: '1 minute and 1 second' },
  { ms: 114_000, words: '1 minute and 54 seconds' },
  { ms: 120_000, words: '2 minutes' },
  { ms: 599_000, words: '9 minutes and 59 seconds' },
  { ms: 629_000, words: '10 minutes' },
  { ms: 86_400_000, words: '1,440 minutes' },
])('$ms milliseconds are $words', ({ ms, words }) => expect(spanInWords(ms)).toBe(words));
