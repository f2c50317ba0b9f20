import { expect, test } from 'vitest';
import { sharedLines } from './shared-lines.ts';

/** Lines as letters; a capital in `is` marks one that is not in all texts. */
test.each([
  { texts: ['abc', 'abd'], is: ['abC', 'abD'], why: 'the last lines differ' },
  { texts: ['abc', 'ac'], is: ['aBc', 'ac'], why: 'one text has a line more' },
  { texts: ['ab', 'ba'], is: ['Ab', 'bA'], why: 'another order: one of the two lines is out of it' },
  { texts: ['axb', 'ayb', 'azb'], is: ['aXb', 'aYb', 'aZb'], why: 'three texts' },
  { texts: ['ab', 'ab', 'a'], is: ['aB', 'aB', 'a'], why: 'a line that is in two of three is not in all' },
  { texts: ['aba', 'aa'], is: ['aBa', 'aa'], why: 'a line that stands twice' },
  { texts: ['ab', 'cd'], is: ['AB', 'CD'], why: 'nothing is shared' },
  { texts: ['ab', 'ab'], is: ['ab', 'ab'], why: 'nothing differs' },
  { texts: ['', 'a'], is: ['', 'A'], why: 'an empty text' },
  { texts: [], is: [], why: 'no text' },
])('$why', ({ texts, is }) => {
  const shared = sharedLines(texts.map((text) => [...text]));
  const marked = texts.map((text, at) =>
    [...text].map((line, place) => (shared[at]?.[place] ? line : line.toUpperCase())).join(''),
  );
  expect(marked).toEqual(is);
});

test('spaces at the end of a line do not make it another line', () => {
  expect(sharedLines([['a '], ['a']])).toEqual([[true], [true]]);
});
