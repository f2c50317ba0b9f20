import { existsSync } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { applyMigrations } from '#db/migrate.ts';
import { connect, durability } from './connection.ts';
import { isLocked, retryWhileLocked } from './writer-queue.ts';

/** Uses a separate connection with foreign keys off: rebuilding a table drops it, and the drop would cascade. */
export async function migrateSqlite(file: string, folder: string): Promise<void> {
  const connection = connect(file, { ...durability, foreign_keys: 0 });
  try {
    await retryWhileLocked(() => connection.exec('BEGIN IMMEDIATE'), isLocked, 60_000);
    await applyMigrations(folder, {
      run: async (statements) => connection.exec(statements),
      select: async (query) => connection.prepare<[], { id: unknown }>(query).all(),
    });
    const orphans = connection.prepare('PRAGMA foreign_key_check').all();
    if (orphans.length > 0)
      throw new Error(`The migration would leave ${orphans.length} rows without their parent`);
    connection.exec('COMMIT');
  } finally {
    connection.close();
  }
}

/** The file gets its name only once the copy is complete, checked and on the disk. */
export async function backupSqlite(file: string, copy: string): Promise<void> {
  if (existsSync(copy)) throw new Error(`${copy} exists already`);
  const partial = `${copy}.partial`;
  await rm(partial, { force: true });
  const source = connect(file, durability);
  try {
    source.prepare('VACUUM INTO ?').run(partial);
    const written = new Sqlite(partial, { readonly: true });
    const integrity = written.pragma('integrity_check', { simple: true });
    written.close();
    if (integrity !== 'ok') throw new Error(`The copy is damaged: ${integrity}`);
    const handle = await openFile(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, copy);
  } finally {
    source.close();
    await rm(partial, { force: true });
  }
}
