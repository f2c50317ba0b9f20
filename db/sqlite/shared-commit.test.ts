import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { counters, entries } from '#db/testing/counters.ts';
import { firstMigration, migrationsOf } from '#db/testing/migrations-of.ts';
import { testDatabaseUrl } from '#tests/world.ts';

// Stands for a full disk, for which SQLite rolls everything back without being asked.
const fullDisk = `CREATE TRIGGER full BEFORE INSERT ON entries WHEN new.id = 'too much'
  BEGIN SELECT RAISE(ROLLBACK, 'no room'); END;`;

const entry = (id: string) => ({ id, counterId: 'tries' });

describe('writes that wait at the same time', async () => {
  const url = await testDatabaseUrl(migrationsOf([...firstMigration, fullDisk]));
  let statements: string[] = [];
  const { db, transaction, close } = openDatabase(url, (text) => statements.push(text));
  const another = openDatabase(url);
  afterAll(async () => {
    reader.close();
    await Promise.all([close(), another.close()]);
  });

  const reader = new Sqlite(url.slice('file:'.length), { readonly: true });
  /** What another process would read now. */
  const stored = () => reader.prepare('SELECT id FROM entries ORDER BY id').pluck().all();
  const commits = () => statements.filter((text) => text === 'COMMIT').length;
  const write = (id: string) => transaction(async (tx) => void (await tx.insert(entries).values(entry(id))));

  beforeEach(async () => {
    await db.delete(entries);
    statements = [];
  });

  test('are committed together, and all are readable once the first of them is acknowledged', async () => {
    const writes = ['a', 'b', 'c'].map(write);
    await Promise.race(writes);
    expect(stored()).toEqual(['a', 'b', 'c']);
    await Promise.all(writes);
    expect(commits()).toBe(1);
  });

  test('are committed at least once for 16 of them', async () => {
    await Promise.all(Array.from({ length: 17 }, (_, n) => write(`${n}`)));
    expect(commits()).toBe(2);
  });

  test('are acknowledged only after the commit', async () => {
    const seen: unknown[] = [];
    const look = async (id: string) => {
      await write(id);
      seen.push(stored());
    };
    const last = transaction(async (tx) => {
      await tx.insert(entries).values(entry('c'));
      seen.push(stored());
    });
    await Promise.all([look('a'), look('b'), last]);
    expect(seen).toEqual([[], ['a', 'b', 'c'], ['a', 'b', 'c']]);
  });

  test.each([0, 1, 2])('survive one among them that fails, the one at %i', async (at) => {
    const fail = () =>
      transaction(async (tx) => {
        await tx.insert(entries).values(entry('undone'));
        await tx.update(counters).set({ used: 9 });
        throw new Error('on second thoughts');
      });
    const writes = [() => write('a'), () => write('b')].toSpliced(at, 0, fail);
    const outcomes = await Promise.allSettled(writes.map((begin) => begin()));
    expect(outcomes.map(({ status }) => status)).toEqual(
      ['fulfilled', 'fulfilled'].toSpliced(at, 0, 'rejected'),
    );
    expect(stored()).toEqual(['a', 'b']);
    expect(await another.db.select().from(counters)).toEqual([{ id: 'tries', used: 0 }]);
  });

  test('see what those before them have written', async () => {
    const found = transaction((tx) => tx.select().from(entries).where(eq(entries.id, 'a')));
    const [, , second] = await Promise.all([
      found,
      write('a'),
      transaction((tx) => tx.select().from(entries).where(eq(entries.id, 'a'))),
    ]);
    expect([await found, second]).toEqual([[], [entry('a')]]);
  });

  test('single statements among them are part of the same commit, and a failing one is undone alone', async () => {
    const outcomes = await Promise.allSettled([
      write('a'),
      db.insert(entries).values(entry('b')),
      db.insert(entries).values(entry('a')),
      write('c'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toEqual(['a', 'b', 'c']);
    expect(commits()).toBe(1);
  });

  test('are all lost, and none is acknowledged, when SQLite rolls back by itself', async () => {
    const outcomes = await Promise.allSettled([
      write('a'),
      transaction(async (tx) => {
        await tx.insert(entries).values(entry('b'));
        await tx.insert(entries).values(entry('too much'));
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(stored()).toEqual([]);
    await write('c');
    expect(stored()).toEqual(['c']);
  });

  test('of another connection of this process take turns with them', async () => {
    const elsewhere = (id: string) =>
      another.transaction(async (tx) => void (await tx.insert(entries).values(entry(id))));
    await Promise.all([write('a'), elsewhere('b'), write('c'), elsewhere('d')]);
    expect(stored()).toEqual(['a', 'b', 'c', 'd']);
    expect(commits()).toBe(2);
  });

  test('are stored before the connection is closed', async () => {
    const opened = openDatabase(url);
    const writing = opened.transaction(async (tx) => void (await tx.insert(entries).values(entry('a'))));
    await Promise.all([writing, opened.close()]);
    expect(stored()).toEqual(['a']);
  });
});
