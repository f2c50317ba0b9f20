import { expect, test } from 'vitest';
import { cellLevel, percent } from './cell-level.ts';

test.each([
  { done: 0, is: 'new', outcome: null, level: 0, isUncertain: false, label: 'New' },
  { done: 3, is: 'learning', outcome: null, level: 2, isUncertain: false, label: 'Learning, 30 % done' },
  { done: 10, is: 'learning', outcome: null, level: 2, isUncertain: true, label: 'All done, not tested' },
  {
    done: 10,
    is: 'learning',
    outcome: 'not-yet',
    level: 1,
    isUncertain: false,
    label: 'Not yet, 100 % done',
  },
  { done: 0, is: 'strong', outcome: 'strong', level: 4, isUncertain: false, label: 'Strong, 0 % done' },
  {
    done: 0,
    is: 'fading',
    outcome: 'strong',
    level: 3,
    isUncertain: false,
    label: 'Fading, 0 % done. So it is.',
  },
  {
    done: 5,
    is: 'learning',
    outcome: 'unsure',
    level: 2,
    isUncertain: true,
    label: 'Can’t tell yet, 50 % done',
  },
] as const)('$done of 10 done, $is, test $outcome: $label', ({ done, is, outcome, ...cell }) => {
  const why = is === 'fading' ? 'So it is.' : '';
  expect(cellLevel({ done, total: 10 }, { level: is, outcome, why })).toEqual(cell);
});

test('100 % is shown only for a complete lesson', () => {
  expect(percent({ done: 199, total: 200 })).toBe(99);
  expect(percent({ done: 0, total: 0 })).toBe(0);
});
