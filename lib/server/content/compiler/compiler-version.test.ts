import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { hashSources } from './compiler-version.ts';

test('the version changes with the compiler and its libraries, and not with tests', () => {
  const root = tempFolder('version');
  mkdirSync(join(root, 'lib', 'lesson'), { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(root, ...name.split('/')), text);
    return hashSources(root);
  };
  const first = write('lib/lesson/parse.ts', 'one');
  expect(write('lib/lesson/parse.test.ts', 'one')).toBe(first);
  const second = write('lib/lesson/parse.ts', 'two');
  const third = write('lib/lesson/worker.mjs', 'one');
  const fourth = write('package-lock.json', '{}');
  expect(new Set([first, second, third, fourth]).size).toBe(4);
});
