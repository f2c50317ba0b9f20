import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleProxy } from 'drizzle-orm/sqlite-proxy';
import pg from 'pg';
import { type Engine, engine, engineOf, type Queries } from './columns.ts';
import { applyMigrations } from './migrate.ts';
import { type Session, session } from './prepared.ts';
import { ConflictError, retry } from './retry.ts';
import { TransactionScope } from './scope.ts';
import { sqliteFile } from './sqlite-file.ts';
import { isLocked, lockLimitMs, retryWhileLocked, writerQueue } from './writer-queue.ts';

/** The four query builders, and under a symbol what runs prepared queries. */
export type Db = Queries & { readonly [session]: Session };
export type Tx = Db;

export interface Database {
  readonly engine: Engine;
  /** Reads committed data; each write commits by itself. */
  readonly db: Db;
  /** Commits everything or nothing. `work` may run again after a conflict, so its only side effects are on `tx`. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  applyMigrations(folder: string): Promise<void>;
  /** Writes a consistent copy while the database is in use; SQLite only. Throws when the file exists. */
  backupTo(file: string): Promise<void>;
  /** The durability settings of each connection, for `doctor` and tests. */
  settings(): Promise<Record<string, unknown>[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Is told the text of each statement before it is sent, for tests that count them. */
export type StatementObserver = (statement: string) => void;

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

/** Creates an empty database on the same PostgreSQL server, for benchmarks that must not touch the given one. */
export async function createTemporaryDatabase(
  url: string,
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `surefoot_bench_${randomBytes(4).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const created = new URL(url);
  created.pathname = `/${name}`;
  return { url: created.href, remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Brings the tables up to date; several processes may start at once. */
export function migrate(database: Database, folder = migrationsFolder): Promise<void> {
  return database.applyMigrations(folder);
}

/** Relative to the working directory, which is the project's root for every command: a bundler may move this file. */
export const migrationsFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations', engine);

/**
 * Runs `check` before each query is built, or run if it is prepared, so that no query reaches a finished transaction or
 * bypasses an open one. `build` gives the builders of the queries that are not prepared.
 */
function guarded({ queries, check }: { queries: Queries; check: () => void }, build = () => queries): Db {
  let builders: Queries | undefined;
  const method = <Name extends keyof Queries>(name: Name): Queries[Name] =>
    ((...args: unknown[]) => {
      check();
      builders ??= build();
      return Reflect.apply(builders[name], builders, args);
    }) as unknown as Queries[Name];
  const db = {
    select: method('select'),
    insert: method('insert'),
    update: method('update'),
    delete: method('delete'),
    [session]: { queries, check },
  };
  return Object.freeze(db);
}

// The short timeout is set last: before it the driver waits 5 s, because two processes may turn WAL on at once.
const durability = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 25 };

function connect(file: string, settings: Record<string, string | number>): Sqlite.Database {
  const connection = new Sqlite(file);
  for (const [name, required] of Object.entries(settings)) {
    connection.pragma(`${name} = ${required}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== required)
      throw new Error(`SQLite leaves ${name} at ${actual}, but ${required} is required`);
  }
  return connection;
}

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

function execute(statement: Statement, values: unknown[], method: string): { rows: unknown[] } {
  if (!statement.reader) {
    statement.run(values);
    return { rows: [] };
  }
  // For `get`, Drizzle's proxy expects the row itself or undefined, not an array of rows.
  return { rows: method === 'get' ? (statement.get(values) as unknown as unknown[]) : statement.all(values) };
}

function openSqlite(file: string, onStatement: StatementObserver): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file, durability);
  const reader = connect(file, { ...durability, query_only: 1 });
  const toWrite = statementsOf(writer);
  const toRead = statementsOf(reader);
  const { enqueue, scope } = writerQueue(file);
  const observed = { logger: { logQuery: onStatement } };

  const queries = drizzleProxy(async (query, values, method) => {
    const statement = toRead(query);
    if (statement.readonly) return execute(statement, values, method);
    return enqueue((takeLock) => takeLock(() => execute(toWrite(query), values, method)));
  }, observed);

  const write = (check: () => void): Queries =>
    drizzleProxy(async (query, values, method) => {
      check();
      return execute(toWrite(query), values, method);
    }, observed);
  const assertInTransaction = () => {
    if (!writer.inTransaction) throw new Error('SQLite has already rolled this transaction back');
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
      enqueue(async (takeLock) => {
        onStatement('BEGIN');
        await takeLock(() => writer.exec('BEGIN IMMEDIATE'));
        try {
          const result = await scope.run((assertOpen) => work(inTransaction(assertOpen)));
          onStatement('COMMIT');
          await takeLock(() => writer.exec('COMMIT'));
          return result;
        } finally {
          if (writer.inTransaction) writer.exec('ROLLBACK');
        }
      }),
    applyMigrations: (folder) => enqueue(() => migrateSqlite(file, folder)),
    backupTo: (copy) => backupSqlite(file, copy),
    settings: async () =>
      [writer, reader].map((connection) =>
        Object.fromEntries(
          Object.keys(durability).map((name) => [name, connection.pragma(name, { simple: true })]),
        ),
      ),
    ping: async () => {
      reader.prepare('SELECT 1').get();
    },
    close: () =>
      enqueue(async () => {
        reader.close();
        writer.close();
      }),
  };
}

/** Uses a separate connection with foreign keys off: rebuilding a table drops it, and the drop would cascade. */
async function migrateSqlite(file: string, folder: string): Promise<void> {
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
async function backupSqlite(file: string, copy: string): Promise<void> {
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

/** An arbitrary number that nothing else on the PostgreSQL server uses as an advisory lock. */
const migrationLock = 7_873_366;

// By default pg returns counts and sums as text; SQLite returns numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Changed rows, serialisation failures and deadlocks. Drizzle wraps errors, so the chain of causes is searched. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof ConflictError ||
    (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? '')) ||
    isConflict(error.cause)
  );
}

function openPostgres(url: string, onStatement: StatementObserver): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.DATABASE_POOL) || 8,
    connectionTimeoutMillis: 10_000,
    application_name: 'surefoot',
  });
  // A lost connection also rejects its query or is replaced by the pool; an unhandled event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const scope = new TransactionScope();
  const observed = { logger: { logQuery: onStatement } };
  const connections = new WeakMap<pg.Pool | pg.PoolClient, Queries>();
  /** One Drizzle for each connection, so that its prepared queries outlive the transaction. */
  const queriesOn = (connection: pg.Pool | pg.PoolClient): Queries => {
    const queries = connections.get(connection) ?? (drizzlePg(connection, observed) as unknown as Queries);
    connections.set(connection, queries);
    return queries;
  };

  const tryOnce = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    try {
      onStatement('BEGIN');
      // Half of it, because a row is waited for twice: in the queue of its waiters, and for the one that holds it.
      await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = ${lockLimitMs / 2}`);
      const result = await work(client);
      onStatement('COMMIT');
      const { command } = await client.query('COMMIT');
      // After a failed statement PostgreSQL answers COMMIT with ROLLBACK and no error.
      if (command !== 'COMMIT') throw new Error('A query failed inside the transaction: nothing was stored');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    engine: 'postgres',
    db: guarded({ queries: queriesOn(pool), check: () => scope.assertOutside() }),
    transaction: async (work) => {
      scope.assertOutside();
      const attempt = () =>
        tryOnce((client) => scope.run((check) => work(guarded({ queries: queriesOn(client), check }))));
      return retry(attempt, {
        isTransient: isConflict,
        tries: 6,
        failure: 'The transaction kept conflicting with others',
      });
    },
    applyMigrations: (folder) =>
      tryOnce(async (client) => {
        await client.query('SET LOCAL lock_timeout = 60000');
        await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
        await applyMigrations(folder, {
          run: (statements) => client.query(statements),
          select: async (query) => (await client.query<{ id: unknown }>(query)).rows,
        });
      }),
    backupTo: async () => {
      throw new Error('Back PostgreSQL up with pg_dump');
    },
    settings: async () => {
      const found = await pool.query(
        "SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'synchronous_commit', 'fsync')",
      );
      return [Object.fromEntries(found.rows.map(({ name, setting }) => [name, setting]))];
    },
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: async () => {
      scope.assertOutside();
      if (!pool.ended) await pool.end();
    },
  };
}
