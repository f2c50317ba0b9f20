import { expect, test } from 'vitest';
import { explained, graded, incomplete, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';

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

test.each([
  { printed: `{'a': "b"}`, text: '{‘a’: “b”}', correct: true, why: 'the quotes of a phone' },
  { printed: '-1', text: '−1', correct: true, why: 'the minus of a word processor' },
  { printed: 'a b', text: 'a\u00a0b', correct: true, why: 'a blank that does not break' },
  { printed: 'café', text: 'cafe\u0301', correct: true, why: 'two ways to write é' },
  { printed: 'Loading...', text: 'Loading…', correct: true, why: 'an ellipsis' },
  { printed: '--help', text: '—help', correct: true, why: 'a long dash for two hyphens' },
  { printed: '--help', text: '-help', correct: false, why: 'a hyphen too few' },
  { printed: '[1, 2]', text: '［１，\u3000２］', correct: true, why: 'full-width signs' },
  { printed: 'x: 30', text: 'x: ۳۰', correct: true, why: 'Persian digits' },
  { printed: 'ok', text: '\ufeffo\u200dk', correct: true, why: 'signs that are not seen' },
  { printed: 'a b', text: 'a\u00a0 b', correct: false, why: 'a blank too many' },
])('typed: $why', ({ printed, text, correct }) => {
  const read = readItem(examples.typed.replace('```output\na b\n', () => `\`\`\`output\n${printed}\n`));
  expect(graded(read, { text: [`${text}\ncanary`] }).correct).toBe(correct);
});

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
  { read: typed, fields: { text: ['\u200b\n\u2060'] }, complete: false },
  { read: typed, fields: { text: ['x'] }, complete: true },
])('complete with $fields: $complete', ({ read, fields, complete }) =>
  expect(incomplete(read, fields) === null).toBe(complete),
);

test('the expected output is shown at the end only', () => {
  expect(JSON.stringify(explained(typed, { text: ['x'] }, false))).not.toContain('canary');
  expect(JSON.stringify(explained(typed, { text: ['x'] }, true).model)).toContain('canary');
});
