import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { entryStore } from './entry-store.ts';

const makeStore = (limit?: number) => {
  const folder = join(tempFolder('entries'), 'cache');
  return { folder, store: entryStore(folder, limit) };
};

test('a text is read as it was written, by its owner only', async () => {
  const { folder, store } = makeStore();
  expect(await store.read('a')).toBeUndefined();
  await store.write('a', 'Grüße\n');
  expect([await store.read('a'), store.readNow('a')]).toEqual(['Grüße\n', 'Grüße\n']);
  // Eight bytes: two of the letters take two each.
  expect([store.has('a', 8), store.has('a', 6), store.has('b', 8)]).toEqual([true, false, false]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600);
});

test.each([
  ['cut short', (file: string) => truncateSync(file, 40)],
  ['emptied', (file: string) => truncateSync(file, 0)],
  [
    'changed in one letter',
    (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('w', 'v')),
  ],
  ['replaced', (file: string) => writeFileSync(file, 'something else')],
])('a text that was %s counts as missing, and can be written again', async (_how, damage) => {
  const { folder, store } = makeStore();
  for (const read of [(name: string) => store.read(name), async (name: string) => store.readNow(name)]) {
    await store.write('a', 'what was written');
    damage(join(folder, 'a'));
    expect(await read('a')).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('the oldest texts are removed until the rest is within the limit', async () => {
  const { folder, store } = makeStore(100);
  for (const [at, name] of ['old', 'new', 'newest'].entries()) {
    // With its checksum, each takes 43 bytes.
    await store.write(name, 'ten bytes.');
    utimesSync(join(folder, name), at, at);
  }
  await store.prune();
  expect(readdirSync(folder).toSorted()).toEqual(['new', 'newest']);
});

test('a folder that cannot be made is a cache without texts', async () => {
  const file = join(tempFolder('entries'), 'file');
  writeFileSync(file, '');
  const store = entryStore(join(file, 'cache'));
  await store.write('a', 'text');
  await store.prune();
  expect(await store.read('a')).toBeUndefined();
});

test('a folder that is in the place of a text is a missing text', async () => {
  const { folder, store } = makeStore();
  mkdirSync(join(folder, 'a'), { recursive: true });
  expect([await store.read('a'), store.readNow('a')]).toEqual([undefined, undefined]);
});
