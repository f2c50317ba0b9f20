import { expect, test } from 'vitest';
import { creditMessage } from './credit-message.ts';

const credit = (from: string, to: string, less = 0) => ({
  awayFrom: Date.parse(from),
  awayTo: Date.parse(to),
  addedMs: Date.parse(to) - Date.parse(from) - less,
});

test.each([
  {
    given: credit('2026-11-22T09:03:00Z', '2026-11-22T09:05:00Z'),
    words: '2 minutes were added: the server was down from 10:03 to 10:05.',
  },
  {
    given: credit('2026-11-22T09:03:10Z', '2026-11-22T09:03:41Z'),
    words: '31 seconds were added: the server was down from 10:03:10 to 10:03:41.',
  },
  {
    given: credit('2026-11-22T09:03:10Z', '2026-11-22T09:03:41Z', 30_000),
    words: '1 second was added: the server was down from 10:03:10 to 10:03:41.',
  },
  {
    given: credit('2026-11-22T09:03:10Z', '2026-11-22T09:04:40Z'),
    words: '1 minute and 30 seconds were added: the server was down from 10:03:10 to 10:04:40.',
  },
  {
    given: credit('2026-11-20T22:30:00Z', '2026-11-22T06:30:00Z'),
    words: '1,920 minutes were added: the server was down from 20 Nov, 23:30 to 22 Nov, 07:30.',
  },
])('$words', ({ given, words }) => expect(creditMessage(given, 'Europe/Berlin')).toBe(words));
