import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { outageOf } from '#db/outage.mjs';
import { UsageError } from '#lib/cli/command/verb.ts';
import { env } from '#lib/server/host/env.ts';
import { assertSchoolExists } from './existing-school.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Name the one file to write: backup FILE');
  const file = resolve(name);
  if (!existsSync(dirname(file))) throw new Error(`There is no folder ${dirname(file)}. Make it first.`);
  const settings = env();
  await assertSchoolExists(settings, { isWhole: true });
  const database = openDatabase(settings.databaseUrl);
  try {
    await database.backupTo(file);
  } catch (error) {
    if (outageOf(error) !== 'full') throw error;
    throw new Error(`There is no room for ${file}: its disk is full. No backup was made.`, { cause: error });
  } finally {
    await database.close();
  }
  chmodSync(file, 0o600);
  const megabytes = (statSync(file).size / 1_000_000).toFixed(1);
  console.log(`Wrote ${file} (${megabytes} MB) and checked it.`);
  console.log('Store it on another machine. It contains names and answers, but no readable passwords.');
  return 0;
}
