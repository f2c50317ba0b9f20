import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { logistic } from '#lib/mastery/belief.ts';
import { draws } from '#lib/statistics/draws.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { valuePerItem } from './item-stats/value-per-item.ts';

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

test('marks give the object of the contract, and an empty cell earns nothing', async () => {
  const { code, out } = await itemStats(file('marks.csv', marks), '--json');
  expect(code).toBe(0);
  const { test: whole, items } = JSON.parse(out);
  // Worked out by hand in item-statistics.test.ts.
  expect(whole).toMatchObject({ n: 4, items: 3, mean: 1.5 });
  expect(whole.alpha).toBeCloseTo(0.75, 12);
  expect(items[0]).toMatchObject({ item: 'a', n: 4, facility: 0.75 });
  expect(items[0]).not.toHaveProperty('options');
});

test('maximum marks are read from a file with items in any order', async () => {
  const max = file('max.csv', 'item,max\nc,2\na,4\nb,1\n');
  const { out } = await itemStats(file('marks.csv', marks), '--max', max, '--json');
  const { test: whole, items } = JSON.parse(out);
  expect(whole.max).toBe(7);
  expect(items.map(({ facility }: { facility: number }) => facility)).toEqual([0.75 / 4, 0.5, 0.125]);
});

test('options with a key give marks and a table of options, and no suspected key below 50 answers', async () => {
  const chosen = file('chosen.csv', 'a,b\nA,B\nA,C\nB,B\n,C\n');
  const { out } = await itemStats(chosen, '--key', 'AB', '--json');
  const { items } = JSON.parse(out);
  expect(items[0]).toMatchObject({ facility: 0.5, suspectedKey: null });
  expect(items[0].options.map(({ option, n }: { option: string; n: number }) => [option, n])).toEqual([
    ['A', 2],
    ['B', 1],
  ]);
});

test('with enough students both models are fitted with standard errors, also as text', async () => {
  const random = draws(chance('models'));
  const rows = Array.from({ length: 220 }, (_, at) => {
    const ability = random.normal();
    return `s${at};${[-1, 0, 1].map((difficulty) => (random.happens(logistic(ability - difficulty)) ? 1 : 0)).join(';')}`;
  });
  const many = file('many.csv', `student;a;b;c\n${rows.join('\n')}`);
  const seconds = file('seconds.csv', `student,c,b,a\n${rows.map((_, at) => `s${at},30,20,`).join('\n')}`);
  const { test: whole, items } = JSON.parse((await itemStats(many, '--time', seconds, '--json')).out);
  expect(whole.rasch).toMatchObject({ n: 220, fitted: 3 });
  expect(whole.alphaInterval.low).toBeLessThan(whole.alpha);
  expect(items[1].rasch.difficultySe).toBeGreaterThan(0.1);
  expect(items[1].twoParameter.slopeSe).toBeGreaterThan(0.1);
  expect(items.map(({ time }: { time: { median: number } | null }) => time?.median ?? null)).toEqual([
    null,
    20,
    30,
  ]);
  const { out } = await itemStats(many);
  expect(out).toContain('2PL: 220 students, 3 items');
  expect(out).toMatch(/Rasch: .* ability sd \d\.\d\d \(\d\.\d\d\)/);
});

test('missing answers are reported, and may count as questions not asked', async () => {
  const path = file('missing.csv', 'id,a,b\n1,1,NA\n1,0,1\n2,1,0\n');
  const zero = await itemStats(path, '--json');
  expect(zero.err).toContain('1 cells hold no answer and earn 0');
  expect(zero.err).toContain('lines 2 and 3');
  expect(JSON.parse(zero.out).items[1]).toMatchObject({ n: 3, facility: 1 / 3 });
  const skip = await itemStats(path, '--missing', 'skip', '--json');
  expect(JSON.parse(skip.out).items[1]).toMatchObject({ n: 2, facility: 0.5 });
  expect(JSON.parse(skip.out).test).toMatchObject({ n: 2, students: 3 });
});

test('a column of totals among the items is reported', async () => {
  const path = file('totals.csv', 'id,a,b,total\n1,1,1,2\n2,1,0,1\n3,0,0,0\n');
  expect((await itemStats(path)).err).toContain('The column "total" is the sum of the others');
  const { err } = await itemStats(file('none.csv', 'id,a,b,c\n1,1,1,2\n2,1,0,0\n3,0,0,0\n'));
  expect(err).not.toContain('is the sum');
});

test.each([
  { what: 'rows of item and key in another order', key: 'item,key\nb,C\na,A\n' },
  { what: 'headings and a row', key: 'a,b\nA,C\n' },
  { what: 'a row alone', key: 'A,C\n' },
  { what: 'a column alone', key: 'A\nC\n' },
])('a key is read from a file with $what', async ({ key }) => {
  expect(await valuePerItem(file('key.csv', key), ['a', 'b'])).toEqual(['A', 'C']);
});

test('a key is read from text as characters, or separated by commas or semicolons', async () => {
  for (const key of ['AC', 'A C', 'A,C', 'A; C'])
    expect(await valuePerItem(key, ['a', 'b'])).toEqual(['A', 'C']);
  await expect(valuePerItem('ABC', ['a', 'b'])).rejects.toThrow('it has 3 values for 2 items');
});

test.each([
  {
    name: 'word.csv',
    text: 'a,b\n1,0\n1,yes\n',
    says: 'word.csv, line 3: "yes" in column "b" is not a number',
  },
  { name: 'short.csv', text: 'a,b\n1\n', says: 'short.csv, line 2: 1 cells' },
  {
    name: 'above.csv',
    text: 'a,b\n1,1\n3,0\n',
    max: 'a,b\n2,1\n',
    says: 'above.csv, line 3: 3 in column "a"',
  },
  {
    name: 'half.csv',
    text: 'a,b\n1,1\n',
    max: 'item,max\na,1\n',
    says: 'max.csv, line 2: there is no row for "b"',
  },
])('$says', async ({ name, text, max, says }) => {
  const greatest = max === undefined ? [] : ['--max', file('max.csv', max)];
  const { code, err } = await itemStats(file(name, text), ...greatest);
  expect(code).toBe(1);
  expect(err).toContain(says);
});
