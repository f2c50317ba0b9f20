import { expect, test } from 'vitest';
import { completed } from './left-out.ts';

const earlier = `import csv

ROWS = [3, 1, 2]

def first(rows):
    return rows[0]

def last(rows):
    return rows[-1]

print(first(ROWS))`;

const joined = (...lines: string[]) => lines.join('\n');

test.each([
  {
    why: 'at the beginning it stands for all lines up to the one below',
    written: joined('…', 'print(first(ROWS))', 'print(2)'),
    program: `${earlier}\nprint(2)`,
  },
  {
    why: 'lines that are not shown after it are gone',
    written: joined('…', '    return rows[-1]', '', 'print(9)'),
    program: earlier.replace('print(first(ROWS))', 'print(9)'),
  },
  {
    why: 'in the middle it stands for what is between its neighbours',
    written: joined('import csv', '…', 'def last(rows):', '    return 7'),
    program: joined(
      'import csv',
      '',
      'ROWS = [3, 1, 2]',
      '',
      'def first(rows):',
      '    return rows[0]',
      '',
      'def last(rows):',
      '    return 7',
    ),
  },
  {
    why: 'at the end it stands for the rest, and lines above may be new',
    written: joined('import json', 'import csv', '…'),
    program: `import json\n${earlier}`,
  },
  {
    why: 'a text that shares no line goes on after the end',
    written: joined('…', '', 'print(8)'),
    program: `${earlier}\n\nprint(8)`,
  },
  { why: 'or before the beginning', written: joined('import json', '…'), program: `import json\n${earlier}` },
  { why: 'alone it is the whole program', written: '…', program: earlier },
  {
    why: 'empty lines beside it are those of the earlier program',
    written: joined('import csv', '', '  … ', '', '', 'print(first(ROWS))'),
    program: earlier,
  },
  {
    why: 'further lines tell two equal ones apart',
    written: joined('…', '', 'def last(rows):', '…', 'print(first(ROWS))'),
    program: earlier,
  },
  { why: 'without it nothing is added', written: 'print(1)', program: 'print(1)' },
  {
    why: 'blanks at the ends of lines make no difference, and stay',
    written: joined('import csv  ', '…'),
    program: earlier.replace('csv', 'csv  '),
  },
])('$why', ({ written, program }) => expect(completed(written, earlier)).toEqual({ ok: true, program }));

test.each([
  {
    why: 'the line below is a new one, and a later one is not',
    written: joined('…', 'print(1)', 'print(first(ROWS))'),
    fault: { line: 1, rule: 'left-out-line', beside: 'print(1)' },
  },
  {
    why: 'the line above is a new one, and an earlier one is not',
    written: joined('import csv', 'import json', '…'),
    fault: { line: 3, rule: 'left-out-line', beside: 'import json' },
  },
  {
    why: 'the line below is before the one above',
    written: joined('def last(rows):', '…', 'import csv', 'print(first(ROWS))'),
    fault: { line: 2, rule: 'left-out-line', beside: 'import csv' },
  },
  {
    why: 'it stands for nothing',
    written: joined('import csv', '…', '', 'ROWS = [3, 1, 2]', '…', 'def first(rows):', '…', '…'),
    fault: { line: 7, rule: 'left-out-nothing', beside: '' },
  },
  {
    why: 'nor at the end',
    written: joined('…', 'print(first(ROWS))', '…'),
    fault: { line: 3, rule: 'left-out-nothing', beside: '' },
  },
])('refused: $why', ({ written, fault }) =>
  expect(completed(written, earlier)).toEqual({ ok: false, fault }),
);

test('data keep their blanks', () => {
  const data = joined('a = """', 'x  ', '"""', 'end()');
  expect(completed(joined('…', 'end()', 'b = """', 'y ', '"""'), data)).toEqual({
    ok: true,
    program: `${data}\nb = """\ny \n"""`,
  });
});

test('refused: which of two equal lines is meant', () => {
  const twice = joined('a = 1', 'show(a)', 'a = 2', 'show(a)', 'end()');
  expect(completed(joined('…', 'show(a)', 'new()'), twice)).toEqual({
    ok: false,
    fault: { line: 1, rule: 'left-out-twice', beside: 'show(a)' },
  });
  expect(completed(joined('…', 'a = 2', 'show(a)', 'new()'), twice)).toEqual({
    ok: true,
    program: joined('a = 1', 'show(a)', 'a = 2', 'show(a)', 'new()'),
  });
});
