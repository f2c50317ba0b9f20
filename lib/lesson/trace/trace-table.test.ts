import { expect, test } from 'vitest';
import { differences, type RecordedStep } from './trace-record.ts';
import { tracesIn } from './trace-source.ts';
import { traceTable } from './trace-table.ts';

const step = (line: number, value: string, prints = ''): RecordedStep => ({ line, values: [value], prints });
const file = (table: string) =>
  `<Trace id="t" title="T">\n\n\`\`\`python\nx = 1\n\`\`\`\n\n${table}\n\n</Trace>\n`;
const traceOf = (table: string) => {
  const [trace] = tracesIn('visualize.mdx', file(table));
  if (!trace) throw new Error('There is no trace');
  return trace;
};

test('without a table there is a column for each name, for what is printed, and for notes', () => {
  expect(traceTable(traceOf(''), ['x'], [step(1, '1'), step(2, '1', '1\n')])).toEqual([
    '| line | x | prints | what happens |',
    '| --- | --- | --- | --- |',
    '| 1 | 1 |  |  |',
    '| 2 | 1 | 1 |  |',
  ]);
  expect(traceTable(traceOf(''), ['x'], [step(1, '1')])[0]).toBe('| line | x | what happens |');
});

test('the columns of a head stay in their order, and notes stay with their line', () => {
  const trace = traceOf(
    '| what happens | line | x |\n|---|---|---|\n| **Set** to `1 \\| 2`. | 1 | 1 |\n| Again | 1 | 2 |\n| Gone | 7 | 2 |',
  );
  expect(traceTable(trace, trace.names, [step(1, '1'), step(2, '1'), step(1, '3'), step(1, '4')])).toEqual([
    '| what happens | line | x |',
    '| --- | --- | --- |',
    '| **Set** to `1 \\| 2`. | 1 | 1 |',
    '|  | 2 | 1 |',
    '| Again | 1 | 3 |',
    '|  | 1 | 4 |',
  ]);
});

test.each([
  { value: '[1, 2, -3.5]', cell: '[1, 2, -3.5]' },
  { value: "'ä b'", cell: "'ä b'" },
  { value: "{'a': 1}", cell: "`{'a': 1}`" },
  { value: "'<b>'", cell: "`'<b>'`" },
  { value: "'a|b'", cell: "`'a\\|b'`" },
  { value: "'*a_'", cell: "`'*a_'`" },
  { value: "'\\n'", cell: "`'\\n'`" },
  { value: "'a`b'", cell: "``'a`b'``" },
  { value: '`', cell: '`` ` ``' },
  { value: '[a](b)', cell: '`[a](b)`' },
  { value: '', cell: '' },
])('«$value» is read as it is written', ({ value, cell }) => {
  const table = traceTable(traceOf(''), ['x'], [step(1, value), step(2, value)]);
  expect(table[2]).toBe(`| 1 | ${cell} |  |`);
  expect(differences(traceOf(table.join('\n')), [step(1, value), step(2, value)])).toEqual([]);
});
