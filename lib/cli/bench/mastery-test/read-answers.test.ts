import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { readAnswers } from './read-answers.ts';
import { realDesigns } from './real-designs.ts';

const folder = tempFolder('answers');
const file = (text: string) => {
  const path = join(folder, 'answers.csv');
  writeFileSync(path, text);
  return path;
};
const items = Array.from({ length: 12 }, (_, at) => `q${at}`);
const row = (person: number, separator: string) =>
  items.map((_, at) => (at === 11 ? 1 : (person * 7 + at * 5) % 12 > at ? 1 : 0)).join(separator);

test('headings, a column of names, semicolons and empty cells are understood', async () => {
  const rows = Array.from({ length: 20 }, (_, person) => `p${person};${row(person, ';')}`);
  const text = `\uFEFFid;${items.join(';')}\r\n${rows.join('\r\n')}`.replace(';1\r\n', ';NA\r\n');
  const { items: found, matrix, notes } = await readAnswers(file(text));
  expect(found).toEqual(items);
  expect([matrix.length, matrix[0]?.length, matrix[0]?.at(-1), matrix[1]?.at(-1)]).toEqual([20, 12, 0, 1]);
  expect(notes).toEqual(['1 cells hold no answer and count as wrong.']);
});

test('a matrix without headings and an item that everybody got right still give a test', async () => {
  const rows = Array.from({ length: 40 }, (_, person) => row(person, ','));
  const answers = await readAnswers(file(rows.join('\n')));
  expect(answers.matrix).toHaveLength(40);
  for (const design of realDesigns(answers, { cut: 0.64, splits: 2, seed: 'a' })) {
    expect(design.n).toBe(40);
    expect(Number.isFinite(design.error) && Number.isFinite(design.meanLength)).toBe(true);
  }
});

test.each([
  {
    why: 'a mark of 2 is refused with its line',
    text: `${items.join(',')}\n${items.map(() => 2).join(',')}`,
    says: 'line 2: marks must be 0 or 1',
  },
  {
    why: 'a matrix with too few students or items is refused',
    text: `${items.join(',')}\n${items.map(() => 1).join(',')}`,
    says: '1 students and 12 items; at least 20 and 12 are needed',
  },
])('$why', async ({ text, says }) => {
  await expect(readAnswers(file(text))).rejects.toThrow(says);
});
