import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { readRows } from './csv-file.ts';

const folder = tempFolder('csv-file');

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('letters that are split between two chunks of a long file are decoded', async () => {
  const names = Array.from({ length: 40_000 }, (_, at) => `${'é'.repeat(at % 7)}${at}`);
  const rows = await readRows(file('long.csv', `\uFEFFstudent\r\n${names.join('\r\n')}`));
  expect(rows.map(({ cells }) => cells[0])).toEqual(['student', ...names]);
});

test.each([
  { why: 'Latin-1', bytes: Buffer.from('student\nZo\u00e9\nZo\u00eb\n', 'latin1') },
  { why: 'UTF-16', bytes: Buffer.from('\uFEFFstudent\nZoë\n', 'utf16le') },
  { why: 'a letter that is cut off at the end', bytes: Buffer.from('student\nZo\u00eb').subarray(0, -1) },
])('$why is refused, since two names could become one', async ({ bytes }) => {
  await expect(readRows(file('other.csv', bytes))).rejects.toThrow('other.csv is not UTF-8 text. Save it as');
});

test('a folder and a missing file are refused by name', async () => {
  mkdirSync(join(folder, 'marks'));
  await expect(readRows(join(folder, 'marks'))).rejects.toThrow('marks" is a folder. Name a CSV file in it.');
  await expect(readRows(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
});
