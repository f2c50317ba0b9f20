import { existsSync } from 'node:fs';
import { openDatabase } from '#db/client.ts';
import { engine } from '#db/columns.ts';
import type { Db } from '#db/database.ts';
import { sqliteFile } from '#db/sqlite/file.ts';
import { env } from '#lib/server/host/env.ts';

/** The database of the school beside the content, to be read. */
export interface School {
  readonly db: Db;
  close(): Promise<void>;
}

/** Null when there is none, as on the computer of an author: no variable names one, and DATA_DIR has no database. */
export async function openSchool(): Promise<School | null> {
  const { databaseUrl } = env();
  if (engine === 'sqlite' && !existsSync(sqliteFile(databaseUrl))) return null;
  const database = openDatabase(databaseUrl);
  return { db: database.db, close: () => database.close() };
}
