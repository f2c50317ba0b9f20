import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { engineOf } from '#db/columns.ts';
import { sqliteFile } from '#db/sqlite/file.ts';
import { restoreFile } from '#db/sqlite/restore.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { env } from '#lib/server/host/env.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError('Name the one backup to restore: restore FILE');
  const { databaseUrl } = env();
  if (engineOf(databaseUrl) === 'postgres') throw new Error('Restore PostgreSQL with pg_restore.');
  const file = sqliteFile(databaseUrl);
  const kept = await restoreFile(file, resolve(name), new Date());
  console.log(`${file} is now a copy of ${resolve(name)}.`);
  if (kept) console.log(`What was there before is in ${kept}. Delete it once you no longer need it.`);
  console.log('Next: npm run admin -- doctor, then npm start');
  return 0;
}
