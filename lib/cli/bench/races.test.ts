import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { engine } from '#db/columns.ts';
import { isLong } from '#tests/sampled.ts';

const command = promisify(execFile);
const races = isLong ? 500 : 20;

// PGlite answers one connection at a time and has one database, so there is nothing to race on.
test.skipIf(process.env.DATABASE_POOL === '1')(
  'four processes that race for three attempts store exactly three answers',
  async () => {
    const args = ['--import', 'tsx', 'lib/cli/bench.ts', 'races', '--races', String(races), '--json'];
    const { stdout } = await command(process.execPath, args);
    expect(JSON.parse(stdout)).toEqual({
      engine,
      processes: 4,
      races,
      limit: 3,
      submissions: 12 * races,
      stored: 3 * races,
      overLimit: 0,
      underLimit: 0,
      duplicates: 0,
      serverErrors: 0,
    });
  },
  isLong ? 900_000 : 120_000,
);
