// @ts-check
// Loaded into a server under test: while the file FULL_DISK exists, SQLite has no room for a transaction.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

const flag = process.env.FULL_DISK ?? '';
const { exec } = Sqlite.prototype;

/**
 * @this {Sqlite.Database}
 * @param {string} statement
 */
Sqlite.prototype.exec = function (statement) {
  if (statement.startsWith('BEGIN') && existsSync(flag))
    throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
  return exec.call(this, statement);
};
