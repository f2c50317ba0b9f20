import { expect, test } from 'vitest';
import { silentSteps, stepNote } from './step-note.ts';

const names = ['n', 'total'];
const shown = (n: string, total: string, prints = '') => ({ values: [n, total], prints });

test.each([
  { before: undefined, step: shown('', '0'), is: 'total is now 0.', why: 'the first value' },
  { before: shown('5', '7'), step: shown('5', '12'), is: 'total becomes 12.', why: 'another value' },
  {
    before: shown('', '0'),
    step: shown('2', '2'),
    is: 'n is now 2, total becomes 2.',
    why: 'two values, in the order of the columns',
  },
  { before: shown('5', '7'), step: shown('', '7'), is: 'n is gone.', why: 'a name that is no longer there' },
  {
    before: shown('5', '7'),
    step: shown('5', '7', '7'),
    is: 'It prints 7',
    why: 'what is printed, as it is printed',
  },
  {
    before: shown('5', '7'),
    step: shown('5', '8', '8'),
    is: 'total becomes 8. It prints 8',
    why: 'a change and what is printed',
  },
  { before: shown('5', '7'), step: shown('5', '7'), is: '', why: 'nothing that is in sight' },
])('$why', ({ before, step, is }) => expect(stepNote(names, step, before)).toBe(is));

test('a step explains nothing when it has no words and nothing in sight changes', () => {
  const quiet = { ...shown('2', '0'), note: ' ' };
  const steps = [
    { ...shown('2', '0'), note: '' },
    quiet,
    { ...quiet, note: 'The list is used up.' },
    { ...shown('2', '2'), note: '' },
  ];
  expect(silentSteps(names, steps)).toEqual([quiet]);
});
