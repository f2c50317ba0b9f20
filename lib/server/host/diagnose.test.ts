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

async function contentOf(contentDir: string) {
  const settings = readEnv({ CONTENT_DIR: contentDir, DATA_DIR: join(folder, 'data') });
  for await (const diagnosis of diagnose(settings, process.cwd())) {
    if (diagnosis.about === 'content') return diagnosis;
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
  const found = await contentOf(dir);
  expect(found?.level).toBe(level);
  expect(found?.message).toContain(says);
  expect(found?.message).toContain(dir);
});
