import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '#lib/cli/command/verb.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { run as stats } from './stats.ts';
import { run as suggest } from './suggest.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  { name: 'stats', run: stats },
  { name: 'suggest', run: suggest },
])('$name says which database is missing', async ({ run }) => {
  const dataDir = tempFolder('no-school');
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('DATABASE_URL', '');
  await expect(run(['content/tracks'])).rejects.toThrow(
    `There is no database ${join(dataDir, 'surefoot.db')}`,
  );
  await expect(run(['a', 'b'])).rejects.toThrow(UsageError);
});
