import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleProxy, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import pg from 'pg';
import { type Engine, engine, engineOf } from './columns.ts';
import { applyMigrations } from './migrate.ts';
import { retry } from './retry.ts';
import { TransactionScope } from './scope.ts';

/** The four builders and no more: Drizzle's own `transaction` stores rows outside any transaction on SQLite. */
export type Db = Pick<SqliteRemoteDatabase, 'select' | 'insert' | 'update' | 'delete'>;
export type Tx = Db;

export interface Database {
  readonly engine: Engine;
  /** Reads what is committed; a single write commits by itself. */
  readonly db: Db;
  /** All or nothing. `work` may run again after a conflict, so it touches nothing but `tx`. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  applyMigrations(folder: string): Promise<void>;
  /** A consistent copy while the school is open; SQLite only. Refuses to overwrite. */
  backupTo(file: string): Promise<void>;
  /** What decides about durability, per connection: for `doctor` and the tests. */
  settings(): Promise<Record<string, unknown>[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** @param url `postgres://…`, `file:…` or nothing, which is `surefoot.db` under `DATA_DIR`. */
export function openDatabase(url = process.env.DATABASE_URL): Database {
  if (engineOf(url) !== engine) throw new Error(`This process was started for ${engine}`);
  return engine === 'postgres' && url ? openPostgres(url) : openSqlite(sqliteFile(url));
}

/** An empty database on the same PostgreSQL server, for a benchmark that must not touch the one named. */
export async function databaseBeside(url: string): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `surefoot_bench_${randomBytes(4).toString('hex')}`;
  const carryOut = async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await carryOut(`CREATE DATABASE ${name}`);
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  return { url: beside.href, remove: () => carryOut(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Brings the tables up to date; several processes may start at once. */
export function migrate(database: Database, folder = migrationsFolder): Promise<void> {
  return database.applyMigrations(folder);
}

/** Every command of ours starts in the project's root, also when a bundler has moved this file. */
export const migrationsFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations', engine);

function sqliteFile(url: string | undefined): string {
  if (!url) return resolve(process.env.DATA_DIR || '.data', 'surefoot.db');
  return resolve(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
}

/** `check` runs before each query is built, so that neither a finished nor a foreign transaction is written to. */
function guarded(queries: Db, check: () => void): Db {
  const method = <M extends (...given: never[]) => unknown>(build: M): M =>
    ((...given: Parameters<M>) => {
      check();
      return build.apply(queries, given);
    }) as unknown as M;
  return Object.freeze({
    select: method(queries.select),
    insert: method(queries.insert),
    update: method(queries.update),
    delete: method(queries.delete),
  });
}

// The short time-out comes last: until then the driver waits 5 s, as two processes may turn WAL on at once.
const durability = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 25 };

function connect(file: string, settings: Record<string, string | number>): Sqlite.Database {
  const connection = new Sqlite(file);
  for (const [name, wanted] of Object.entries(settings)) {
    connection.pragma(`${name} = ${wanted}`);
    const found = connection.pragma(name, { simple: true });
    if (found !== wanted) throw new Error(`SQLite keeps ${name} at ${found}, but ${wanted} is needed`);
  }
  return connection;
}

const isLocked = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

function whileLocked<T>(attempt: () => T, isTransient = isLocked, withinMs = 5_000): Promise<T> {
  const failure = 'Another process keeps the database locked';
  return retry(attempt, { isTransient, withinMs, longestPauseMs: 15, failure });
}

interface WriterQueue {
  tail: Promise<unknown>;
  readonly scope: TransactionScope;
  /** When another process was last found to hold the lock. */
  lockedAtMs: number;
}

// Kept on globalThis because a bundler may load this module twice, and two queues on one file would block each other.
const queues: Map<string, WriterQueue> = Reflect.get(globalThis, Symbol.for('surefoot.writers')) ?? new Map();
Reflect.set(globalThis, Symbol.for('surefoot.writers'), queues);

function writerQueue(file: string) {
  const queue: WriterQueue = queues.get(file) ?? {
    tail: Promise.resolve(),
    scope: new TransactionScope(),
    lockedAtMs: Number.NEGATIVE_INFINITY,
  };
  queues.set(file, queue);
  const enqueue = async <T>(write: () => Promise<T>): Promise<T> => {
    queue.scope.assertOutside();
    const turn = queue.tail.then(write);
    queue.tail = turn.catch(() => undefined).then(() => letOthersIn(queue));
    return turn;
  };
  const isTransient = (error: unknown): boolean => {
    const locked = isLocked(error);
    if (locked) queue.lockedAtMs = performance.now();
    return locked;
  };
  const takeLock = <T>(attempt: () => T) => whileLocked(attempt, isTransient);
  return { enqueue, takeLock, scope: queue.scope };
}

/** SQLite's lock goes to whoever asks first, so a process with a long queue would shut all others out. */
async function letOthersIn({ lockedAtMs }: WriterQueue): Promise<void> {
  if (performance.now() - lockedAtMs < 1_000) await sleep(2 + Math.random() * 4);
}

type Statement = Sqlite.Statement<unknown[]>;

/** Compiled statements of one connection; the oldest goes when there are too many. */
function statementsOf(connection: Sqlite.Database, limit = 500): (query: string) => Statement {
  const kept = new Map<string, Statement>();
  return (query) => {
    const statement = kept.get(query) ?? connection.prepare<unknown[]>(query);
    if (!kept.has(query) && statement.reader) statement.raw();
    kept.delete(query);
    kept.set(query, statement);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

function execute(statement: Statement, values: unknown[], method: string): { rows: unknown[] } {
  if (!statement.reader) {
    statement.run(values);
    return { rows: [] };
  }
  // Drizzle's proxy expects for `get` the one row itself, or undefined.
  return { rows: method === 'get' ? (statement.get(values) as unknown as unknown[]) : statement.all(values) };
}

function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file, durability);
  const reader = connect(file, { ...durability, query_only: 1 });
  const toWrite = statementsOf(writer);
  const toRead = statementsOf(reader);
  const { enqueue, takeLock, scope } = writerQueue(file);

  const queries = drizzleProxy(async (query, values, method) => {
    const statement = toRead(query);
    if (statement.readonly) return execute(statement, values, method);
    return enqueue(() => takeLock(() => execute(toWrite(query), values, method)));
  });

  const inTransaction = (assertOpen: () => void): Tx => {
    const check = () => {
      assertOpen();
      if (!writer.inTransaction) throw new Error('SQLite has already rolled this transaction back');
    };
    const own = drizzleProxy(async (query, values, method) => {
      check();
      return execute(toWrite(query), values, method);
    });
    return guarded(own, check);
  };

  return {
    engine: 'sqlite',
    db: guarded(queries, () => scope.assertOutside()),
    transaction: (work) =>
      enqueue(async () => {
        await takeLock(() => writer.exec('BEGIN IMMEDIATE'));
        try {
          const result = await scope.run((assertOpen) => work(inTransaction(assertOpen)));
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

/** On a connection of its own with foreign keys off: rebuilding a table drops it, and the drop would cascade. */
async function migrateSqlite(file: string, folder: string): Promise<void> {
  const connection = connect(file, { ...durability, foreign_keys: 0 });
  try {
    await whileLocked(() => connection.exec('BEGIN IMMEDIATE'), isLocked, 60_000);
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

/** The name appears only when the copy is whole, checked and on the disk. */
async function backupSqlite(file: string, copy: string): Promise<void> {
  if (existsSync(copy)) throw new Error(`${copy} exists already`);
  const partial = `${copy}.partial`;
  await rm(partial, { force: true });
  const source = connect(file, durability);
  try {
    source.prepare('VACUUM INTO ?').run(partial);
    const written = new Sqlite(partial, { readonly: true });
    const verdict = written.pragma('integrity_check', { simple: true });
    written.close();
    if (verdict !== 'ok') throw new Error(`The copy is damaged: ${verdict}`);
    const handle = await openFile(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, copy);
  } finally {
    source.close();
    await rm(partial, { force: true });
  }
}

/** Any number will do, as long as nothing else on the server locks it. */
const migrationLock = 7_873_366;

// Counts and sums arrive as text by default; SQLite gives numbers, and so shall PostgreSQL.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Serialisation failures and deadlocks, looked for along the causes because Drizzle wraps what it throws. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? '')) ||
    isConflict(error.cause)
  );
}

function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.DATABASE_POOL) || 8,
    connectionTimeoutMillis: 10_000,
    application_name: 'surefoot',
  });
  // A lost connection also rejects its query, or the pool replaces it; unheard, these events would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const scope = new TransactionScope();

  const once = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
      const result = await work(client);
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
    db: guarded(drizzlePg(pool) as unknown as Db, () => scope.assertOutside()),
    transaction: async (work) => {
      scope.assertOutside();
      const attempt = () =>
        once((client) =>
          scope.run((assertOpen) => work(guarded(drizzlePg(client) as unknown as Db, assertOpen))),
        );
      return retry(attempt, {
        isTransient: isConflict,
        tries: 6,
        failure: 'Other transactions kept getting in the way',
      });
    },
    applyMigrations: (folder) =>
      once(async (client) => {
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
