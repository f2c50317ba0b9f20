import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  type Database,
  migrate,
  migrationsFolder,
  openDatabase,
  type StatementObserver,
} from '#db/client.ts';
import { engine } from '#db/columns.ts';
import { freshDatabase } from './engines/postgres.ts';
import { tempFolder } from './temp-folder.ts';

/** A new migrated database for this test file; called at the top of the file, removed after its last test. */
export async function testDatabase(
  migrations = migrationsFolder,
  onStatement?: StatementObserver,
): Promise<Database> {
  const database = openDatabase(await testDatabaseUrl(migrations), onStatement);
  afterAll(() => database.close());
  return database;
}

/** The address of such a database, for tests that open it more than once. */
export async function testDatabaseUrl(migrations = migrationsFolder): Promise<string> {
  const fill = (url: string) => migrateAt(url, migrations);
  const { url, stop } = await (engine === 'postgres' ? onServer(migrations, fill) : inFile(fill));
  afterAll(stop);
  return url;
}

async function onServer(migrations: string, fill: (url: string) => Promise<void>) {
  const name = createHash('sha256').update(migrations).digest('hex').slice(0, 8);
  return freshDatabase(process.env.DATABASE_URL ?? '', { name, fill });
}

async function inFile(fill: (url: string) => Promise<void>) {
  const url = `file:${join(tempFolder('test'), 'surefoot.db')}`;
  await fill(url);
  return { url, stop: async () => undefined };
}

async function migrateAt(url: string, migrations: string): Promise<void> {
  const database = openDatabase(url);
  try {
    await migrate(database, migrations);
  } finally {
    await database.close();
  }
}
