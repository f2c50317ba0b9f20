import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';

/** Runs `npm run admin -- …` without npm, on SQLite. */
function admin(dataDir: string, ...args: string[]): Promise<{ code: number; stderr: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', DEBUG: '' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'lib/cli/admin.ts', ...args],
      { env },
      (error, _out, stderr) => resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}

const folder = tempFolder('no-school');

test.concurrent.each([
  { verb: 'backup', args: ['backup', join(folder, 'copy.db')] },
  { verb: 'set-role', args: ['set-role', 'ada', 'teacher'] },
  { verb: 'recount', args: ['recount'] },
])('$verb without the variables of the server makes no school of its own', async ({ verb, args }) => {
  const dataDir = join(folder, verb);
  const { code, stderr } = await admin(dataDir, ...args);
  expect(stderr).toBe(
    `There is no database ${join(dataDir, 'surefoot.db')}. Give this command the variables of the server, above all DATA_DIR or DATABASE_URL.\n`,
  );
  expect(code).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
  expect(existsSync(join(folder, 'copy.db'))).toBe(false);
});

test('a backup into a folder that does not exist names the folder', async () => {
  const { code, stderr } = await admin(folder, 'backup', join(folder, 'missing', 'copy.db'));
  expect(stderr).toBe(`There is no folder ${join(folder, 'missing')}. Make it first.\n`);
  expect(code).toBe(1);
});

test('an empty database is not backed up', async () => {
  const dataDir = tempFolder('empty-school');
  writeFileSync(join(dataDir, 'surefoot.db'), '');
  const { code, stderr } = await admin(dataDir, 'backup', join(dataDir, 'copy.db'));
  expect(stderr).toContain('surefoot.db is empty: it has 0 bytes.');
  expect(code).toBe(1);
  expect(existsSync(join(dataDir, 'copy.db'))).toBe(false);
});
