import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';

const folder = tempFolder('item-stats');

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function itemStats(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'lib/cli/admin.ts', 'item-stats', ...args];
  return new Promise((resolve) =>
    execFile(process.execPath, command, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  );
}

const marks = 'student,a,b,c\r\nada,1,1,1\r\nbob,1,1,\r\ncy,1,0,0\r\ndee,0,0,0\r\n';

test('marks: the object of the contract, an empty cell earning nothing', async () => {
  const { code, out } = await itemStats(file('marks.csv', marks), '--json');
  expect(code).toBe(0);
  const { test: whole, items } = JSON.parse(out);
  // Worked out by hand in item-statistics.test.ts.
  expect(whole).toMatchObject({ n: 4, items: 3, mean: 1.5 });
  expect(whole.alpha).toBeCloseTo(0.75, 12);
  expect(items[0]).toMatchObject({ item: 'a', n: 4, facility: 0.75 });
  expect(items[0]).not.toHaveProperty('options');
});

test('greatest marks come from a file, items in any order', async () => {
  const max = file('max.csv', 'item,max\nc,2\na,4\nb,1\n');
  const { out } = await itemStats(file('marks.csv', marks), '--max', max, '--json');
  const { test: whole, items } = JSON.parse(out);
  expect(whole.max).toBe(7);
  expect(items.map(({ facility }: { facility: number }) => facility)).toEqual([0.75 / 4, 0.5, 0.125]);
});

test('options with a key: marks, a table of options, and no suspicion below 50', async () => {
  const chosen = file('chosen.csv', 'a,b\nA,B\nA,C\nB,B\n,C\n');
  const { out } = await itemStats(chosen, '--key', 'AB', '--json');
  const { items } = JSON.parse(out);
  expect(items[0]).toMatchObject({ facility: 0.5, suspectedKey: null });
  expect(items[0].options.map(({ option, n }: { option: string; n: number }) => [option, n])).toEqual([
    ['A', 2],
    ['B', 1],
  ]);
});

test.each([
  { name: 'word.csv', text: 'a,b\n1,0\n1,yes\n', says: 'word.csv, line 3: "yes" in column "b" is no number' },
  { name: 'short.csv', text: 'a,b\n1\n', says: 'short.csv, line 2: 1 cells' },
])('$says', async ({ name, text, says }) => {
  const { code, err } = await itemStats(file(name, text));
  expect(code).toBe(1);
  expect(err).toContain(says);
});
