import { expect } from '@playwright/test';
import { z } from 'zod';
import { isLong } from '#tests/sampled.ts';
import { runCommand } from './own-server.ts';
import { test } from './school.ts';

const [kills, students] = isLong ? [20, 50] : [2, 12];

async function kill(signal: string): Promise<unknown> {
  const counts = ['--kills', String(kills), '--students', String(students)];
  const args = ['kills', ...counts, '--signal', signal, '--json'];
  const printed = await runCommand('lib/cli/bench.ts', args, { ...process.env, DATABASE_URL: '' });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

const Found = z.object({ acknowledged: z.number(), stored: z.number() });

test.beforeEach(() => test.setTimeout(isLong ? 1_200_000 : 240_000));

test('acknowledged answers are still stored after the server is killed', async () => {
  const found = await kill('KILL');
  expect(found).toMatchObject({ kills, lost: 0, invented: 0, halfWritten: 0 });
  expect(Found.parse(found).acknowledged).toBeGreaterThan(students);
});

test('a server that is asked to end under load acknowledges every answer that it stores', async () => {
  const found = await kill('TERM');
  expect(found).toMatchObject({ kills, lost: 0, invented: 0, halfWritten: 0 });
  const { acknowledged, stored } = Found.parse(found);
  expect(acknowledged).toBeGreaterThan(students);
  expect(stored).toBe(acknowledged);
});
