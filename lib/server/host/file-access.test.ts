import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { accessProblem } from './file-access.ts';

const failure = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as Node says it`), { code, ...(path ? { path } : {}) });

test.each([
  {
    code: 'EACCES',
    says: 'This user may not read or write /srv/secret. Make the user who runs Surefoot its owner',
  },
  {
    code: 'EPERM',
    says: 'This user may not read or write /srv/secret. Make the user who runs Surefoot its owner',
  },
  { code: 'EROFS', says: '/srv/secret is on a read-only file system. Mount it for writing' },
])('$code names the file and the cure', ({ code, says }) =>
  expect(accessProblem(failure(code, '/srv/secret'))).toContain(says),
);

test('other errors are not about the rights of a file', () => {
  expect(accessProblem(failure('ENOENT', '/srv/secret'))).toBeNull();
  expect(accessProblem(failure('EACCES'))).toBeNull();
});

test('a database that this user may read and not write is refused by name', () => {
  const folder = tempFolder('access');
  writeFileSync(join(folder, 'surefoot.db'), '');
  chmodSync(join(folder, 'surefoot.db'), 0o444);
  chmodSync(folder, 0o777);
  // Root may write everything. The path is relative, because another user may not pass the folders above.
  const script = `
    const { assertAccess } = await import(${JSON.stringify(new URL('./file-access.ts', import.meta.url).href)});
    process.chdir(${JSON.stringify(folder)});
    if (process.getuid() === 0) process.setuid(65534);
    try { assertAccess('surefoot.db'); console.log('let through'); } catch (error) { console.log(error.message); }
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toMatch(
    /^This user may not read or write surefoot\.db\. /,
  );
});
