import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { asBuilders, type Builders } from '#db/columns.ts';
import type { Database, StatementObserver } from '#db/database.ts';
import { guarded } from '#db/guarded.ts';
import { applyMigrations } from '#db/migrate.ts';
import { ConflictError, lockLimitMs, retry } from '#db/retry.ts';
import { TransactionScope } from '#db/scope.ts';

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

/** Opens a pool of connections to a PostgreSQL database. */
export function openPostgres(url: string, onStatement: StatementObserver): Database {
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
  const connections = new WeakMap<pg.Pool | pg.PoolClient, Builders>();
  /** One Drizzle for each connection, so that its prepared queries outlive the transaction. */
  const queriesOn = (connection: pg.Pool | pg.PoolClient): Builders => {
    const queries = connections.get(connection) ?? asBuilders(drizzle(connection, observed));
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
