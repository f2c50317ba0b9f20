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
  {
    why: 'decimal commas, and all the ways to write that there is no answer',
    text: 'Student-ID;q1;q2;q3\nx;0,5;NA;\ny;1;-;n/a\n',
    items: ['q1', 'q2', 'q3'],
    marks: [
      [0.5, null, null],
      [1, null, null],
    ],
  },
  { why: 'items that are counted', text: '1,2,3\n1,0,1\n', items: ['1', '2', '3'], marks: [[1, 0, 1]] },
  {
    why: 'a first column without a heading that says so, but with a name in each row',
    text: `matricola,q1\n${['ada', 'bob', 'cy', 'dee', 'eve'].map((name) => `${name},1`).join('\n')}`,
    items: ['q1'],
    marks: [[1], [1], [1], [1], [1]],
  },
  {
    why: 'a first column of numbers that are all different',
    text: `matrikel,q1\n${Array.from({ length: 12 }, (_, at) => `${9_007_199_254_740_993n + BigInt(at)},0`).join('\n')}`,
    items: ['q1'],
    marks: Array.from({ length: 12 }, () => [0]),
  },
  {
    why: 'names without any headings',
    text: ['ada', 'bob', 'cy', 'dee', 'eve', 'fay'].map((name) => `${name},1,1`).join('\n'),
    items: ['1', '2'],
    marks: Array.from({ length: 6 }, () => [1, 1]),
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
  { why: 'a mark that no number holds', text: 'q1,q2\n1,1e400\n', says: 'line 2: "1e400" in column "q2"' },
  { why: 'a word for a mark', text: 'q1,q2\n1,0\n1,yes\n', says: 'line 3: "yes" in column "q2"' },
  { why: 'an item without a name', text: 'student,q1,\na,1,0\n', says: 'line 1: item 2 has no heading' },
])('$why is told by its line', ({ text, says }) => expect(() => numbersOf(read(text))).toThrow(says));

test('chosen options without headings are recognised by their repetition', () => {
  const { items, rows } = read('A,B\nA,C\nB,B\n');
  expect(items).toEqual(['1', '2']);
  expect(rows).toHaveLength(3);
});

test('a student who appears twice is reported with both lines', () => {
  const { notes, students } = read('id,q1\nada,1\nbob,0\nada,0\n');
  expect(students).toEqual(['ada', 'bob', 'ada']);
  expect(notes.join()).toContain('first "ada", lines 2 and 4');
  expect(read('id,q1\nada,1\nbob,0\n').notes).toEqual([]);
});
