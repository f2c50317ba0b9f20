import { expect, test } from 'vitest';
import { csv } from './write-csv.ts';

test.each([
  { why: 'plain words stay plain', value: 'Ada Lovelace', is: 'Ada Lovelace' },
  { why: 'a comma is quoted', value: 'Lovelace, Ada', is: '"Lovelace, Ada"' },
  { why: 'a quote is doubled', value: 'Ada "A" L', is: '"Ada ""A"" L"' },
  { why: 'a line break stays within its cell', value: 'a\nb', is: '"a\nb"' },
  { why: 'a formula becomes text', value: '=1+1', is: `"'=1+1"` },
  { why: 'a link formula becomes text', value: '=HYPERLINK("http://x")', is: `"'=HYPERLINK(""http://x"")"` },
  { why: 'so does a plus', value: '+49 30', is: `"'+49 30"` },
  { why: 'and a minus', value: '-2', is: `"'-2"` },
  { why: 'and an at sign', value: '@SUM(A1)', is: `"'@SUM(A1)"` },
  { why: 'and a tab', value: '\t=1', is: `"'\t=1"` },
  { why: 'and a carriage return', value: '\r=1', is: `"'\r=1"` },
  { why: 'and a full-width equals sign', value: '＝1', is: `"'＝1"` },
  { why: 'a semicolon could split the cell elsewhere', value: 'a;=1', is: '"a;=1"' },
  { why: 'a number stays a number, also below zero', value: -2.5, is: '-2.5' },
  { why: 'nothing known is an empty cell', value: null, is: '' },
])('$why', ({ value, is }) => expect(csv([[value]])).toBe(`\uFEFF${is}\r\n`));

test('rows end in CRLF and cells are parted by commas', () => {
  expect(
    csv([
      ['Name', 'Points'],
      ['Zoë', 12],
    ]),
  ).toBe('\uFEFFName,Points\r\nZoë,12\r\n');
});
