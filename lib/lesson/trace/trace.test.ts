import { expect, test } from 'vitest';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { parseFile } from '#lib/lesson/parse.ts';

const plain = (code: string) => [{ type: 'text' as const, value: code }];

test('a step has the words of its author, and without them a sentence on what changes', () => {
  const text = `<Trace id="t" title="T">

\`\`\`python
total = 0
total = total + 2
print(total)
\`\`\`

| line | total | prints | what happens |
|---|---|---|---|
| 1 | 0 | | The sum starts at nothing. |
| 2 | 2 | | |
| 3 | 2 | 2 | |

</Trace>
`;
  const { body, findings } = compileFile(
    'visualize.mdx',
    parseFile('visualize.mdx', text).tree,
    { highlight: plain },
    null,
  );
  expect(findings).toEqual([]);
  const trace = body.find(([tag]) => tag === 'Trace');
  const data = JSON.stringify(trace).replaceAll('\\"', '"');
  expect([...data.matchAll(/"note":"([^"]*)"/g)].map(([, note]) => note)).toEqual([
    'The sum starts at nothing.',
    'total becomes 2.',
    'It prints 2',
  ]);
});

test('a table without rows is told how to get them', () => {
  const table = '```python\nx = 1\nprint(x)\n```\n\n| line | x |\n|---|---|';
  const { tree } = parseFile('visualize.mdx', `<Trace id="one">\n\n${table}\n\n</Trace>\n`);
  const { findings } = compileFile('visualize.mdx', tree, { highlight: plain }, null);
  expect(findings).toMatchObject([
    { rule: 'trace-short', line: 8, message: expect.stringContaining('npm run content -- fix') },
  ]);
});
