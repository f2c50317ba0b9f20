import { expect, test } from 'vitest';
import { isGuestCurrent, mayAddGuest } from './guest.ts';

test.each([
  { lastHour: 499, all: 19_999, may: true },
  { lastHour: 500, all: 500, may: false },
  { lastHour: 0, all: 20_000, may: false },
])('with $lastHour guests of the last hour and $all in all another one: $may', ({ may, ...counts }) =>
  expect(mayAddGuest(counts)).toBe(may),
);

test('a guest is one for 30 days', () => {
  const createdAt = new Date('2026-11-01T12:00:00Z');
  expect(isGuestCurrent({ createdAt }, new Date('2026-12-01T11:59:59Z'))).toBe(true);
  expect(isGuestCurrent({ createdAt }, new Date('2026-12-01T12:00:00Z'))).toBe(false);
});
