import { expect, test } from 'vitest';
import { mayAttempt } from './may-attempt.ts';
import { isStaff, roles } from './role.ts';

test.each([
  { role: 'guest', activity: 'practice', runs: false, may: true, why: 'a guest practises' },
  { role: 'guest', activity: 'drill-deep', runs: false, may: true, why: 'a guest answers below a text' },
  { role: 'guest', activity: 'test', runs: false, may: false, why: 'a guest has no test' },
  { role: 'guest', activity: 'challenge', runs: false, may: false, why: 'a guest has no challenge' },
  {
    role: 'guest',
    activity: 'project',
    runs: true,
    may: false,
    why: 'the server runs no program of a guest',
  },
  { role: 'student', activity: 'test', runs: true, may: true, why: 'a student has everything' },
] as const)('$why', ({ role, activity, runs, may }) => {
  expect(mayAttempt({ role }, { runs, activity })).toBe(may);
});

test('guests are no staff, and no account has their role', () => {
  expect(isStaff('guest')).toBe(false);
  expect(roles).not.toContain('guest');
});
