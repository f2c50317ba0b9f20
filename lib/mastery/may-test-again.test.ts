import { expect, test } from 'vitest';
import { mayTestAgain } from './may-test-again.ts';

const at = (time: string) => new Date(`2026-11-${time}:00Z`);

test.each([
  { why: 'the first', starts: [], may: true },
  { why: 'a third', starts: ['26T08:00', '26T09:00'], may: true },
  { why: 'a fourth', starts: ['26T08:00', '26T09:00', '26T10:00'], may: false },
  { why: 'one after three of yesterday', starts: ['25T08:00', '25T09:00', '25T22:30'], may: true },
  {
    why: 'in Berlin a new day begins an hour before it does in UTC',
    starts: ['25T23:10', '25T23:20', '25T23:30'],
    may: false,
  },
])('$why: $may', ({ starts, may }) =>
  expect(mayTestAgain(starts.map(at), at('26T12:00'), 'Europe/Berlin')).toBe(may),
);
