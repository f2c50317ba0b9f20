import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { assertFolders } from './check-folders.ts';

const contentDir = tempFolder('lessons');

test('a data folder that can be made is made, and nothing stays in it', () => {
  const dataDir = join(tempFolder('data'), 'school', 'data');
  assertFolders({ contentDir, dataDir, databaseUrl: undefined, authSecret: undefined });
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each([
  { databaseUrl: undefined, authSecret: 'given', why: 'SQLite is stored there' },
  { databaseUrl: 'postgres://db.example/school', authSecret: undefined, why: 'the secret is stored there' },
])('a data folder that is a file stops the start: $why', ({ databaseUrl, authSecret }) => {
  const dataDir = join(tempFolder('data'), 'data');
  writeFileSync(dataDir, '');
  expect(() => assertFolders({ contentDir, dataDir, databaseUrl, authSecret })).toThrow(
    `DATA_DIR is ${dataDir}, which is a file. Set DATA_DIR to a folder.`,
  );
});

test('a data folder on a disk that is not mounted stops the start', () => {
  const dataDir = join(tempFolder('data'), 'data');
  symlinkSync(join(dataDir, '..', 'not-mounted'), dataDir);
  expect(() => assertFolders({ contentDir, dataDir, databaseUrl: undefined, authSecret: undefined })).toThrow(
    `DATA_DIR is ${dataDir}, which cannot be made: a link on this path leads nowhere`,
  );
});

test('with PostgreSQL and a given secret no data folder is needed', () => {
  const dataDir = join(tempFolder('data'), 'data');
  writeFileSync(dataDir, '');
  const databaseUrl = 'postgres://db.example/school';
  assertFolders({ contentDir, dataDir, databaseUrl, authSecret: 'given' });
});
