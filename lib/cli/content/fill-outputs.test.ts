import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { fillOutputs } from './fill-outputs.ts';

const runner = openTrialRunner({ shell: false });
afterAll(() => runner.close());

const item = (id: string, code: string, after: string) =>
  `<Output id="${id}" objective="aim" run>\n\nWhat?\n\n\`\`\`python\n${code}\n\`\`\`\n\n${after}</Output>\n`;
const fence = (text: string) => `\`\`\`output\n${text}\n\`\`\`\n\n`;

test('outputs that are missing or differ are written, and others are left as they are', async () => {
  const file = join(tempFolder('outputs'), 'practice.mdx');
  const all = (missing: string, differing: string) =>
    [
      item('a', 'print(1)\nprint(2)', missing),
      item('b', 'print(3)', differing),
      item('c', 'print(4)', fence('4')),
      item('d', 'import random\nprint(random.random())', ''),
      item('e', 'print(5)', fence('6')).replace(' run>', '>'),
    ].join('\n');
  writeFileSync(file, all('', fence('30')));
  const messages = await fillOutputs(file, runner);
  expect(readFileSync(file, 'utf8')).toBe(all(fence('1\n2'), fence('3')));
  expect(messages).toEqual([
    `${file}:1 the output of a program written`,
    `${file}:12 the output of a program written`,
    expect.stringMatching(/:40 not changed: .*in each run$/),
  ]);
});
