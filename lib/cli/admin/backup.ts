import { chmodSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { env } from '#lib/server/host/env.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Name the one file to write: backup FILE');
  const file = resolve(name);
  const database = openDatabase(env().databaseUrl);
  try {
    await database.backupTo(file);
  } finally {
    await database.close();
  }
  chmodSync(file, 0o600);
  const megabytes = (statSync(file).size / 1_000_000).toFixed(1);
  console.log(`Wrote ${file} (${megabytes} MB) and checked it.`);
  console.log('Store it on another machine. It contains names and answers, but no readable passwords.');
  return 0;
}
