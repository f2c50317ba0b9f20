import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Builders } from '#db/columns.ts';
import type { Database, StatementObserver, Tx } from '#db/database.ts';
import { guarded } from '#db/guarded.ts';
import { connect, durability } from './connection.ts';
import { backupSqlite, migrateSqlite } from './maintenance.ts';
import { rolledBack, sharedCommits } from './shared-commit.ts';
import { writerQueue } from './writer-queue.ts';

type Statement = Sqlite.Statement<unknown[]>;

/** Compiles statements of one connection and caches them; the least recently used is dropped beyond the limit. */
function statementsOf(connection: Sqlite.Database, limit = 500): (query: string) => Statement {
  const cache = new Map<string, Statement>();
  return (query) => {
    const statement = cache.get(query) ?? connection.prepare<unknown[]>(query);
    if (!cache.has(query) && statement.reader) statement.raw();
    cache.delete(query);
    cache.set(query, statement);
    const [oldest] = cache.keys();
    if (cache.size > limit && oldest !== undefined) cache.delete(oldest);
    return statement;
  };
}

/** Nothing here is built with Drizzle's `get`, which would expect the row itself. */
function execute(statement: Statement, values: unknown[]): { rows: unknown[] } {
  if (statement.reader) return { rows: statement.all(values) };
  statement.run(values);
  return { rows: [] };
}

/** Opens the SQLite file, with one connection that writes and one that reads. */
export function openSqlite(file: string, onStatement: StatementObserver): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file, durability);
  const reader = connect(file, { ...durability, query_only: 1 });
  const toWrite = statementsOf(writer);
  const toRead = statementsOf(reader);
  const queue = writerQueue(file);
  const { scope } = queue;
  const commits = sharedCommits(writer, queue, onStatement);
  /** Work on other connections, before which what is open here is committed. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => queue.enqueue({}, work);
  const observed = { logger: { logQuery: onStatement } };

  const queries = drizzle(async (query, values) => {
    const statement = toRead(query);
    if (statement.readonly) return execute(statement, values);
    return commits.write(() => execute(toWrite(query), values));
  }, observed);

  const write = (check: () => void): Builders =>
    drizzle(async (query, values) => {
      check();
      return execute(toWrite(query), values);
    }, observed);
  const assertInTransaction = () => {
    if (!writer.inTransaction) throw new Error(rolledBack);
  };
  const onWriter = write(assertInTransaction);

  const inTransaction = (assertOpen: () => void): Tx => {
    const check = () => {
      assertOpen();
      assertInTransaction();
    };
    // A builder can be kept and run later, so each transaction has builders that check its own end once more.
    return guarded({ queries: onWriter, check }, () => write(check));
  };

  return {
    engine: 'sqlite',
    db: guarded({ queries, check: () => scope.assertOutside() }),
    transaction: (work) =>
      commits.transaction(() => scope.run((assertOpen) => work(inTransaction(assertOpen)))),
    applyMigrations: (folder) => alone(() => migrateSqlite(file, folder)),
    backupTo: (copy) => backupSqlite(file, copy),
    settings: async () =>
      [writer, reader].map((connection) =>
        Object.fromEntries(
          Object.keys(durability).map((name) => [name, connection.pragma(name, { simple: true })]),
        ),
      ),
    ping: async () => {
      // Reads the file: "SELECT 1" would succeed while every page fails.
      reader.prepare('SELECT count(*) FROM sqlite_master').get();
    },
    close: () =>
      alone(async () => {
        reader.close();
        writer.close();
      }),
  };
}
