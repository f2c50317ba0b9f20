import { expect, test } from 'vitest';
import { cellLevel, percent } from './cell-level.ts';

test.each([
  { done: 0, outcome: null, level: 0, doubt: false, words: 'Not begun' },
  { done: 3, outcome: null, level: 2, doubt: false, words: 'On the way, 30 % done' },
  { done: 10, outcome: null, level: 3, doubt: true, words: 'All done, not tested' },
  { done: 10, outcome: 'not-yet', level: 1, doubt: false, words: 'Not yet, 100 % done' },
  { done: 0, outcome: 'strong', level: 4, doubt: false, words: 'Strong, 0 % done' },
  { done: 5, outcome: 'unsure', level: 3, doubt: true, words: 'Can’t tell yet, 50 % done' },
] as const)('$done of 10 done, test $outcome: $words', ({ done, outcome, ...is }) => {
  expect(cellLevel({ done, of: 10 }, outcome)).toEqual(is);
});

test('100 % is said only of what is whole', () => {
  expect(percent({ done: 199, of: 200 })).toBe(99);
  expect(percent({ done: 0, of: 0 })).toBe(0);
});
