import { expect, test } from 'vitest';
import { examples } from './testing/examples.ts';
import { explained, graded, incomplete, readItem } from './testing/read-item.ts';

const shown = readItem(examples.output);
const typed = readItem(examples.typed);

test.each([
  { text: 'a b\ncanary', correct: true, why: 'the exact output is right' },
  { text: 'a b\r\ncanary\r\n', correct: true, why: 'line ends of Windows are line ends' },
  { text: 'a b   \ncanary  \n\n', correct: true, why: 'blanks at the end of a line cannot be seen' },
  { text: '\n a b\ncanary', correct: true, why: 'blanks before the first line do not count' },
  { text: 'a  b\ncanary', correct: false, why: 'blanks within a line count' },
  { text: 'A b\ncanary', correct: false, why: 'case counts' },
  { text: 'a b', correct: false, why: 'a line that is missing counts' },
  { text: '', correct: false, why: 'nothing is not it' },
])('typed: $why', ({ text, correct }) =>
  expect(graded(typed, { text: [text] })).toEqual({ correct, score: correct ? 1 : 0 }),
);

test('chosen: the right one of the options', () => {
  expect(graded(shown, { option: ['two'] })).toEqual({ correct: true, score: 1 });
  expect(graded(shown, { option: ['eleven'] })).toEqual({ correct: false, score: 0 });
});

test.each([
  { read: shown, fields: {}, complete: false },
  { read: shown, fields: { option: ['two', 'eleven'] }, complete: false },
  { read: shown, fields: { option: ['eleven'] }, complete: true },
  { read: typed, fields: {}, complete: false },
  { read: typed, fields: { text: ['  \n'] }, complete: false },
  { read: typed, fields: { text: ['x'] }, complete: true },
])('complete with $fields: $complete', ({ read, fields, complete }) =>
  expect(incomplete(read, fields) === null).toBe(complete),
);

test('the expected output is told at the end only', () => {
  expect(JSON.stringify(explained(typed, { text: ['x'] }, false))).not.toContain('canary');
  expect(JSON.stringify(explained(typed, { text: ['x'] }, true).model)).toContain('canary');
});
