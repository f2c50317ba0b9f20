import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { count, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { isPglite } from '#tests/engines/postgres.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { testDatabase, testDatabaseUrl } from '#tests/world.ts';
import { migrate, openDatabase, type Tx } from './client.ts';
import { engine } from './columns.ts';
import { outageOf } from './outage.mjs';
import { counters, entries, race } from './testing/counters.ts';
import { lockHolder } from './testing/lock-holder.ts';
import { firstMigration, migrationsOf } from './testing/migrations-of.ts';

const folder = migrationsOf(firstMigration);
const database = await testDatabase(folder);
const { db, transaction } = database;
const onSqlite = engine === 'sqlite';
const onPglite = !onSqlite && (await isPglite(process.env.DATABASE_URL ?? ''));

const stored = async () => (await db.select({ rows: count() }).from(entries))[0]?.rows;
const entry = (id: string) => ({ id, counterId: 'tries' });

beforeEach(async () => {
  await db.delete(entries);
  await db.update(counters).set({ used: 0 });
});

describe('a transaction', () => {
  test('is visible to all readers once it is committed', async () => {
    await transaction(async (tx) => {
      await tx.insert(entries).values(entry('a'));
    });
    expect(await db.select().from(entries)).toEqual([entry('a')]);
  });

  test('that throws leaves nothing behind', async () => {
    const failed = transaction(async (tx) => {
      await tx.insert(entries).values(entry('a'));
      await tx.insert(entries).values(entry('b'));
      throw new Error('on second thoughts');
    });
    await expect(failed).rejects.toThrow('on second thoughts');
    expect(await stored()).toBe(0);
  });

  test.skipIf(onPglite)('is not seen by others before it is over', async () => {
    const written = gate();
    const looked = gate();
    const writing = transaction(async (tx) => {
      await tx.insert(entries).values(entry('a'));
      written.open();
      await looked.opened;
    });
    await written.opened;
    const seenDuring = await stored();
    looked.open();
    await writing;
    expect([seenDuring, await stored()]).toEqual([0, 1]);
  });

  test('cannot be opened inside another one', async () => {
    const nested = transaction(() => transaction(async () => 'never'));
    await expect(nested).rejects.toThrow('Inside a transaction');
  });

  test('does not wait for a query outside itself', async () => {
    await expect(transaction(() => db.select().from(entries))).rejects.toThrow('Inside a transaction');
  });

  test('refuses queries after its end', async () => {
    const late = await transaction(async (tx) => () => tx.insert(entries).values(entry('late')));
    expect(late).toThrow('over');
    expect(await stored()).toBe(0);
  });

  test('does not report success after a query in it failed', async () => {
    const swallowed = transaction(async (tx) => {
      await tx.insert(entries).values(entry('a'));
      await tx
        .insert(entries)
        .values(entry('a'))
        .catch(() => undefined);
    });
    if (onSqlite) await swallowed;
    else await expect(swallowed).rejects.toThrow('nothing was stored');
    expect(await stored()).toBe(onSqlite ? 1 : 0);
  });

  test('of Drizzle itself is not available, because it would store rows outside any transaction', async () => {
    const builders = ['select', 'insert', 'update', 'delete'];
    expect(Object.keys(db)).toEqual(builders);
    // @ts-expect-error the type does not offer it either
    expect(db.transaction).toBeUndefined();
    expect(await transaction(async (tx) => Object.keys(tx))).toEqual(builders);
  });
});

describe('concurrent writers', () => {
  test('of which 200 race for 3 attempts store exactly 3', async () => {
    expect(await race(database, 200)).toBe(3);
    expect(await stored()).toBe(3);
  });

  test('single writes and transactions take turns', async () => {
    const writes = Array.from({ length: 40 }, (_, n) =>
      n % 2
        ? db.insert(entries).values(entry(`${n}`))
        : transaction(async (tx) => {
            await tx.insert(entries).values(entry(`${n}`));
          }),
    );
    await Promise.all(writes);
    expect(await stored()).toBe(40);
  });

  test.skipIf(onPglite)(
    'in four processes on one empty database migrate it once and share its 3 attempts',
    async () => {
      const url = await emptyUrl();
      const racer = ['--import', 'tsx', 'db/testing/racer.ts', url, folder];
      const env = { ...process.env, DATABASE_URL: url };
      const run = promisify(execFile);
      const won = await Promise.all(
        [1, 2, 3, 4].map(async () => (await run(process.execPath, racer, { env })).stdout),
      );
      expect(won.map(Number).reduce((sum, n) => sum + n)).toBe(3);
    },
  );
});

describe.runIf(onSqlite)('while another process holds the lock', () => {
  test('a writer waits and others are served in the meantime', async () => {
    const url = await testDatabaseUrl(folder);
    const opened = openDatabase(url);
    const holder = spawn(process.execPath, ['--import', 'tsx', 'db/testing/holder.ts', url, '1000']);
    await once(holder.stdout, 'data');
    let served = 0;
    const visitors = setInterval(() => {
      served += 1;
    }, 10);
    await opened.transaction((tx) => tx.update(counters).set({ used: 2 }));
    clearInterval(visitors);
    expect(served).toBeGreaterThanOrEqual(2);
    expect(await opened.db.select().from(counters)).toEqual([{ id: 'tries', used: 2 }]);
    await opened.close();
  });
});

describe.skipIf(onPglite)('while another connection holds a lock for long', () => {
  test('everybody who waits for it is told after five seconds, not one after another', async () => {
    const url = await testDatabaseUrl(folder);
    const [holder, waiting] = [await lockHolder(url), openDatabase(url)];
    const startedMs = performance.now();
    const writes = [1, 2, 3].map((used) =>
      waiting
        .transaction((tx) => tx.update(counters).set({ used }))
        .then(
          () => 'stored',
          (error: unknown) => outageOf(error),
        ),
    );
    expect(await Promise.all(writes)).toEqual(['locked', 'locked', 'locked']);
    // One after another they would take fifteen.
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    await holder.release();
    await waiting.transaction((tx) => tx.update(counters).set({ used: 3 }));
    expect(await waiting.db.select().from(counters)).toEqual([{ id: 'tries', used: 3 }]);
    await waiting.close();
  });
});

describe.runIf(!onSqlite && !onPglite)('on PostgreSQL', () => {
  test('the victim of a deadlock is retried', async () => {
    await db.insert(counters).values({ id: 'hints', used: 0 });
    const both = [gate(), gate()];
    const raise = (tx: Tx, id: string) =>
      tx
        .update(counters)
        .set({ used: sql`${counters.used} + 1` })
        .where(eq(counters.id, id));
    const crossing = ['tries', 'hints'].map((first, n, ids) =>
      transaction(async (tx) => {
        await raise(tx, first);
        both[n]?.open();
        await both[1 - n]?.opened;
        await raise(tx, ids[1 - n] ?? '');
      }),
    );
    await Promise.all(crossing);
    expect((await db.select().from(counters)).map(({ used }) => used)).toEqual([2, 2]);
    await db.delete(counters).where(eq(counters.id, 'hints'));
  });
});

describe('migrations', () => {
  test('are applied once', async () => {
    await migrate(database, folder);
    expect(await db.select().from(counters)).toHaveLength(1);
  });

  test('that fail leave the database as it was', async () => {
    const broken = migrationsOf(firstMigration, ['DROP TABLE entries;', 'CREATE TABLE counters (id text);']);
    await expect(migrate(database, broken)).rejects.toThrow('already exists');
    expect(await stored()).toBe(0);
  });

  test('of a newer Surefoot stop an older one', async () => {
    await expect(migrate(database, migrationsOf())).rejects.toThrow('newer than this Surefoot');
  });
});

describe.runIf(onSqlite)('on SQLite', () => {
  test('every connection has the durable settings', async () => {
    const url = `file:${join(tempFolder('copy'), 'a', 'surefoot.db')}`;
    const durable = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 25 };
    for (const _open of ['first', 'second']) {
      const opened = openDatabase(url);
      expect(await opened.settings()).toEqual([durable, durable]);
      await opened.close();
    }
  });

  test('rebuilding a parent table keeps the rows that refer to it', async () => {
    await db.insert(entries).values(entry('a'));
    const rebuild = migrationsOf(firstMigration, [
      'CREATE TABLE counters_new (id text PRIMARY KEY, used bigint NOT NULL, note text);',
      "INSERT INTO counters_new SELECT id, used, '' FROM counters;",
      'DROP TABLE counters;',
      'ALTER TABLE counters_new RENAME TO counters;',
    ]);
    const copy = await copyOfDatabase();
    const opened = openDatabase(`file:${copy}`);
    await migrate(opened, rebuild);
    expect(await opened.db.select().from(entries)).toEqual([entry('a')]);
    await opened.close();
  });

  test('a backup holds what was committed and never overwrites', async () => {
    await db.insert(entries).values(entry('kept'));
    const copy = await copyOfDatabase();
    await expect(database.backupTo(copy)).rejects.toThrow('exists');
    expect(existsSync(`${copy}.partial`)).toBe(false);
    const opened = openDatabase(`file:${copy}`);
    expect(await opened.db.select().from(entries).where(eq(entries.id, 'kept'))).toHaveLength(1);
    await opened.close();
  });

  test('an address for the other engine is refused', () => {
    expect(() => openDatabase('postgres://localhost/x')).toThrow('started for sqlite');
  });
});

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

async function copyOfDatabase(): Promise<string> {
  const copy = join(tempFolder('copy'), 'copy.db');
  await database.backupTo(copy);
  return copy;
}

async function emptyUrl(): Promise<string> {
  return onSqlite ? `file:${join(tempFolder('copy'), 'surefoot.db')}` : testDatabaseUrl(migrationsOf());
}
