import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { readEnv } from './env.ts';

const folder = mkdtempSync(join(tmpdir(), 'surefoot-diagnose-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'lessons', 'track', 'loops'), { recursive: true });
writeFileSync(join(folder, 'lessons', 'track', 'loops', 'lesson.mdx'), '');
mkdirSync(join(folder, 'empty'));
writeFileSync(join(folder, 'file'), '');

async function diagnosisOf(about: string, variables: Record<string, string>) {
  const settings = readEnv({ DATA_DIR: join(folder, 'data'), ...variables });
  for await (const diagnosis of diagnose(settings, process.cwd())) {
    if (diagnosis.about === about) return diagnosis;
  }
  return undefined;
}

test.each([
  { name: 'lessons', level: 'ok', says: '1 lesson under' },
  { name: 'empty', level: 'warn', says: 'No lesson was found' },
  { name: 'missing', level: 'fail', says: 'There is no folder' },
  { name: 'file', level: 'fail', says: 'There is no folder' },
])('of the content folder $name it says $level', async ({ name, level, says }) => {
  const dir = join(folder, name);
  const found = await diagnosisOf('content', { CONTENT_DIR: dir });
  expect(found?.level).toBe(level);
  expect(found?.message).toContain(says);
  expect(found?.message).toContain(dir);
});

test('it fails when a data folder is a file, as the start does', async () => {
  const found = await diagnosisOf('data folder', { DATA_DIR: join(folder, 'file') });
  expect(found).toMatchObject({
    level: 'fail',
    message: expect.stringContaining('Set DATA_DIR to a folder'),
  });
});

test('a missing database whose log is there is no new school', async () => {
  const dataDir = join(folder, 'log-only');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'surefoot.db-wal'), 'changes');
  const found = await diagnosisOf('database', { DATA_DIR: dataDir, DATABASE_URL: '' });
  expect(found?.message).not.toContain('The first start makes it');
});
