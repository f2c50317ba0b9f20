import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { engine } from '#db/columns.ts';

const command = promisify(execFile);

// PGlite answers one connection at a time and has one database, so there is nothing to race on.
test.skipIf(process.env.DATABASE_POOL === '1')(
  'four processes that race for three attempts store three, on this engine',
  async () => {
    const args = ['--import', 'tsx', 'lib/cli/bench.ts', 'races', '--races', '20', '--json'];
    const { stdout } = await command(process.execPath, args);
    expect(JSON.parse(stdout)).toEqual({
      engine,
      processes: 4,
      races: 20,
      limit: 3,
      submissions: 240,
      stored: 60,
      overLimit: 0,
      underLimit: 0,
      duplicates: 0,
      serverErrors: 0,
    });
  },
);
