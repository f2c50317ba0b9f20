import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSandbox } from '#lib/server/sandbox/sandbox.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { writeTraces } from './record-trace.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.close());

const dict = 'kept = {"a": 1}\nfor n in (1, 2):\n    kept["a"] += n\nprint(kept)\n';
const untraced = (table: string, after = '') =>
  `---\nminutes: 3\n---\n\n<Trace id="dict" title="It grows">\n\n\`\`\`python\n${dict}\`\`\`\n${table}\n</Trace>\n${after}`;
// By hand: a line has run when the next one begins, and the loop looks once more for a number.
const steps = [
  "| 1 | `{'a': 1}` |  |  | Begun. |",
  "| 2 | `{'a': 1}` | 1 |  |  |",
  "| 3 | `{'a': 2}` | 1 |  |  |",
  "| 2 | `{'a': 2}` | 2 |  |  |",
  "| 3 | `{'a': 4}` | 2 |  | **Grown.** |",
  "| 2 | `{'a': 4}` | 2 |  |  |",
  "| 4 | `{'a': 4}` | 2 | `{'a': 4}` |  |",
].join('\n');
const traceHead = '| line | kept | n | prints | what happens |\n| --- | --- | --- | --- | --- |';
const table = `\n${traceHead}\n${steps}\n`;

test.each([
  { why: 'no table', before: untraced(''), after: untraced(table.replace(/Begun\.|\*\*Grown\.\*\*/g, '')) },
  {
    why: 'a head without rows',
    before: untraced(`\n${traceHead}\n`),
    after: untraced(table.replace(/Begun\.|\*\*Grown\.\*\*/g, '')),
  },
  {
    why: 'another value',
    before: untraced(table.replace("`{'a': 4}` | 2 |  | **", "`{'a': 5}` | 2 |  | **")),
    after: untraced(table),
  },
  {
    why: 'a row too few',
    before: untraced(table.replace(/\| 2 \|[^\n]*\n(?=\| 4)/, '')),
    after: untraced(table),
  },
  { why: 'Windows line ends', before: untraced('').replaceAll('\n', '\r\n'), after: null },
])('fix records a trace with $why, and a second run changes nothing', async ({ before, after }) => {
  const file = join(tempFolder('trace'), 'visualize.mdx');
  writeFileSync(file, before);
  expect(await writeTraces(file, sandbox)).toEqual([
    expect.stringMatching(/:\d+ 7 steps of a trace recorded$/),
  ]);
  const written = readFileSync(file, 'utf8');
  if (after) expect(written.replaceAll(/ +/g, ' ')).toBe(after.replaceAll(/ +/g, ' '));
  else expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  expect(await writeTraces(file, sandbox)).toEqual([]);
});

test.each([
  { why: 'a missing package', is: untraced('').replace('kept = ', 'import numpy; kept = ') },
  { why: 'another language', is: untraced('').replace('```python', '```bash') },
  { why: 'a head without lines', is: untraced(table.replace('| line |', '| row |')) },
  { why: 'a mistake in its program', is: untraced('').replace('for n in', 'for n on') },
])('fix does not change a trace with $why', async ({ is }) => {
  const file = join(tempFolder('trace'), 'visualize.mdx');
  writeFileSync(file, is);
  expect(await writeTraces(file, sandbox)).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe(is);
});
