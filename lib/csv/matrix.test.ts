import { expect, test } from 'vitest';
import { numbersOf, readMatrix } from './matrix.ts';
import { readCsv } from './read-csv.ts';

const read = (text: string) => readMatrix(readCsv(text));

test.each([
  {
    why: 'a column of students is left out',
    text: 'student,q1,q2\nada,1,0\n',
    items: ['q1', 'q2'],
    marks: [[1, 0]],
  },
  { why: 'so is one without a heading', text: ',q1,q2\nada,1,0\n', items: ['q1', 'q2'], marks: [[1, 0]] },
  {
    why: 'items alone',
    text: 'q1,q2\n1,0\n0,0.5\n',
    items: ['q1', 'q2'],
    marks: [
      [1, 0],
      [0, 0.5],
    ],
  },
  {
    why: 'answers without headings',
    text: '1,0,1\n0,0,1\n',
    items: ['1', '2', '3'],
    marks: [
      [1, 0, 1],
      [0, 0, 1],
    ],
  },
])('$why', ({ text, items, marks }) => {
  expect(read(text).items).toEqual(items);
  expect(numbersOf(read(text))).toEqual(marks);
});

test.each([
  { why: 'too few cells', text: 'q1,q2\n1,0\n1\n', says: 'line 3: 1 cells, but the first row has 2' },
  { why: 'a heading twice', text: 'student,q1,q1\na,1,0\n', says: 'line 1: the column "q1"' },
  { why: 'no students', text: 'student,q1\n', says: 'line 1: no student' },
  { why: 'no file to speak of', text: '', says: 'line 1: the file is empty' },
  { why: 'a word for a mark', text: 'q1,q2\n1,0\n1,yes\n', says: 'line 3: "yes" in column "q2"' },
  { why: 'nothing for a mark', text: 'q1,q2\n1,\n', says: 'line 2: "" in column "q2"' },
])('$why is told by its line', ({ text, says }) => expect(() => numbersOf(read(text))).toThrow(says));

test('an empty cell may be made to count', () => {
  expect(numbersOf(read('q1,q2\n1,\n'), { empty: 0 })).toEqual([[1, 0]]);
});
