import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { demoFolder, removeDemo } from './folder.ts';

test('a folder that is not empty is refused and stays unchanged', () => {
  const folder = tempFolder('demo');
  writeFileSync(join(folder, 'surefoot.db'), 'a real school');
  expect(() => demoFolder(folder)).toThrow('is not empty');
  removeDemo(folder);
  expect(existsSync(join(folder, 'surefoot.db'))).toBe(true);
});

test('.data is refused', () => expect(() => demoFolder('.data')).toThrow('a real school'));

test('a folder that an earlier demo created is emptied, used again and removed at the end', () => {
  const folder = demoFolder(tempFolder('demo'));
  writeFileSync(join(folder, 'surefoot.db'), 'a demo school');
  demoFolder(folder);
  expect(existsSync(join(folder, 'surefoot.db'))).toBe(false);
  removeDemo(folder);
  expect(existsSync(folder)).toBe(false);
});
