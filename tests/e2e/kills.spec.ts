import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { test } from './school.ts';

const command = promisify(execFile);

// Three kills here; `npm run bench -- kills` makes twenty. What they show is the same.
test('answers that were acknowledged outlive a server that is killed', async () => {
  test.setTimeout(240_000);
  const args = ['--import', 'tsx', 'lib/cli/bench.ts', 'kills'];
  const { stdout } = await command(
    process.execPath,
    [...args, '--kills', '3', '--students', '12', '--json'],
    { env: { ...process.env, DATABASE_URL: '' }, maxBuffer: 16 * 1024 * 1024 },
  );
  const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect(found).toMatchObject({ kills: 3, lost: 0, invented: 0, halfWritten: 0 });
  expect(found.acknowledged).toBeGreaterThan(12);
});
