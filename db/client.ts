import { join } from 'node:path';
import { engine, engineOf } from './columns.ts';
import type { Database, StatementObserver } from './database.ts';
import { openPostgres } from './postgres/open.ts';
import { sqliteFile } from './sqlite/file.ts';
import { openSqlite } from './sqlite/open.ts';

export type { Database, Db, StatementObserver, Tx } from './database.ts';

/** @param url `postgres://…` or `file:…`; without one, `surefoot.db` in `DATA_DIR` */
export function openDatabase(
  url = process.env.DATABASE_URL,
  onStatement: StatementObserver = () => undefined,
): Database {
  if (engineOf(url) !== engine) throw new Error(`This process was started for ${engine}`);
  return engine === 'postgres' && url
    ? openPostgres(url, onStatement)
    : openSqlite(sqliteFile(url), onStatement);
}

/** Brings the tables up to date; several processes may start at once. */
export function migrate(database: Database, folder = migrationsFolder): Promise<void> {
  return database.applyMigrations(folder);
}

/** Relative to the working directory, which is the project's root for every command: a bundler may move this file. */
export const migrationsFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations', engine);
