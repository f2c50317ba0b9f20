import { expect } from '@playwright/test';
import { isLong } from '#tests/sampled.ts';
import { runCommand } from './own-server.ts';
import { test } from './school.ts';

const [kills, students] = isLong ? [20, 50] : [2, 12];

test('acknowledged answers are still stored after the server is killed', async () => {
  test.setTimeout(isLong ? 1_200_000 : 240_000);
  const args = ['kills', '--kills', String(kills), '--students', String(students), '--json'];
  const printed = await runCommand('lib/cli/bench.ts', args, { ...process.env, DATABASE_URL: '' });
  const found = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  expect(found).toMatchObject({ kills, lost: 0, invented: 0, halfWritten: 0 });
  expect(found.acknowledged).toBeGreaterThan(students);
});
