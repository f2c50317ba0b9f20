import { expect, test } from 'vitest';
import { CsvError, csvReader, readCsv } from './read-csv.ts';
import { csv } from './write-csv.ts';

const cells = (text: string) => readCsv(text).map((row) => row.cells);

test.each([
  {
    why: 'cells and rows',
    text: 'a,b\nc,d\n',
    is: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    why: 'CRLF, and no break at the end',
    text: 'a,b\r\nc,d',
    is: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  { why: 'a byte order mark is not text', text: '\uFEFFa,b\n', is: [['a', 'b']] },
  {
    why: 'quotes hold commas, quotes and breaks',
    text: '"a,b","say ""hi""","x\r\ny"\n',
    is: [['a,b', 'say "hi"', 'x\r\ny']],
  },
  {
    why: 'empty cells stay',
    text: ',a,\n"",b,""\n',
    is: [
      ['', 'a', ''],
      ['', 'b', ''],
    ],
  },
  { why: 'blank lines are left out', text: 'a\n\n\r\nb\n', is: [['a'], ['b']] },
  { why: 'spaces belong to the cell', text: ' a , b\n', is: [[' a ', ' b']] },
  { why: 'nothing', text: '', is: [] },
  {
    why: 'semicolons, as spreadsheets write them beside decimal commas',
    text: 'a;b\r\n1,5;"x;y"\r\n',
    is: [
      ['a', 'b'],
      ['1,5', 'x;y'],
    ],
  },
  {
    why: 'tabs',
    text: 'a\tb\nc, d\te\n',
    is: [
      ['a', 'b'],
      ['c, d', 'e'],
    ],
  },
  {
    why: 'semicolons within quotes separate nothing',
    text: '"a;b;c",d\n1,2\n',
    is: [
      ['a;b;c', 'd'],
      ['1', '2'],
    ],
  },
])('$why', ({ text, is }) => expect(cells(text)).toEqual(is));

test('a row knows its line, also after breaks within quotes', () => {
  expect(readCsv('a\n"b\nb"\n\nc\n').map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each([
  { why: 'a quote in the middle', text: 'a\nb"c\n', line: 2 },
  { why: 'text after a closing quote', text: '"a"b\n', line: 1 },
  { why: 'a quote that is never closed', text: 'a\nb\n"c\nd', line: 3 },
  { why: 'a quote never closed behind cells that are', text: 'a\r\n"x\r\ny","c ""d""\r\n', line: 3 },
  { why: 'text after a closing quote behind breaks within quotes', text: '"a\r\nb",c\r\n"d"e\r\n', line: 3 },
  { why: 'a quote in the middle behind a blank line', text: 'é\r\n\r\nb"c\r\n', line: 3 },
])('$why is a fault with its line', ({ text, line }) => {
  expect(() => readCsv(text)).toThrow(CsvError);
  expect(() => readCsv(text)).toThrow(`line ${line}:`);
});

test('however a file is cut into pieces, the same rows come out', () => {
  const text = '\uFEFFname,note\r\n"A ""x""","1,2\r\n3"\r\nplain,\r\n"",end';
  const whole = readCsv(text);
  for (let size = 1; size < text.length; size++) {
    const reader = csvReader();
    const rows = [];
    for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
    expect([...rows, ...reader.end()]).toEqual(whole);
  }
});

test('a quote in the middle of a cell is reported as such in a long file too', () => {
  const reader = csvReader();
  expect(() => {
    for (let at = 0; at < 30; at++) reader.push(at === 1 ? 'a,b"c\n' : 'x,y\n'.repeat(20_000));
  }).toThrow('line 20001: there is a quote in the middle of a cell.');
});

test('a carriage return alone is no break, and the file may end with one', () => {
  expect(readCsv('a\rb,c\r\n"d"\r')).toEqual([
    { line: 1, cells: ['a\rb', 'c'] },
    { line: 2, cells: ['d'] },
  ]);
});

test('what our own gradebook writes can be read back', () => {
  const rows = [
    ['Ada, Countess', 'says "7"'],
    ['line\nbreak', ''],
  ];
  expect(cells(csv(rows))).toEqual(rows);
});

test('a file without an end of row is given up early', () => {
  const reader = csvReader();
  expect(() => {
    reader.push(`"${'x'.repeat(600_000)}`);
    reader.push('y'.repeat(600_000));
  }).toThrow('line 1: a quote is opened and never closed');
});
