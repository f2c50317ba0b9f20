import { expect, test } from 'vitest';
import { lessonStart } from './lesson-start.ts';
import { aboutMinutes, minutesLeft } from './minutes-left.ts';

const activity = (slug: string, minutes: number, done: number | null, total = 4) => ({
  slug,
  minutes,
  progress: done === null ? null : { done, total },
});
const fresh = { hasTest: true, outcome: null, isSignedIn: true };

test('before anything is done, the test is recommended and stands out', () => {
  expect(
    lessonStart({ ...fresh, activities: [activity('introduction', 5, 0), activity('why', 3, 0)] }),
  ).toEqual({
    next: { slug: 'introduction', label: 'Start' },
    test: { label: 'Test me first', remark: 'recommended' },
    loudest: 'test',
  });
});

test('a visitor cannot take the test, so Start stands out', () => {
  const visitor = { ...fresh, isSignedIn: false, activities: [activity('introduction', 5, null)] };
  expect(lessonStart(visitor)).toMatchObject({ next: { label: 'Start' }, loudest: 'next' });
});

test('a lesson without a test starts', () => {
  const without = { ...fresh, hasTest: false, activities: [activity('introduction', 5, 0)] };
  expect(lessonStart(without)).toMatchObject({ test: null, loudest: 'next' });
});

test('once begun, it continues with the first activity that is not done, with the minutes left in it', () => {
  const activities = [activity('introduction', 5, 4), activity('deep', 14, 2), activity('try', 10, 0)];
  expect(lessonStart({ ...fresh, activities })).toEqual({
    next: { slug: 'deep', label: 'Continue, 7 min left' },
    test: { label: 'Test me', remark: 'recommended' },
    loudest: 'next',
  });
});

test.each([
  ['strong', 'last: strong', null],
  ['not-yet', 'last: not yet', 'test'],
  ['unsure', 'last: can’t tell yet', 'test'],
] as const)('after everything is done and the verdict %s', (outcome, remark, loudest) => {
  expect(lessonStart({ ...fresh, outcome, activities: [activity('introduction', 5, 4)] })).toEqual({
    next: null,
    test: { label: 'Test again', remark },
    loudest,
  });
});

test('minutes left are those of the steps left, whole and rounded up', () => {
  // 10 minutes with 1 of 4 steps left are 2.5, and 5 minutes of a visitor stay 5.
  expect(minutesLeft([activity('deep', 10, 3), activity('why', 5, null), activity('try', 8, 4)])).toBe(8);
});

test.each([
  [7, '7 min'],
  [19, '19 min'],
  [20, 'about 20 min'],
  [78, 'about 80 min'],
])('%d minutes are %s', (minutes, words) => expect(aboutMinutes(minutes)).toBe(words));
