import { eq, lt, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#tests/world.ts';
import { withMayWrite } from './columns.ts';
import { ConflictError } from './retry.ts';
import { counters, entries } from './testing/counters.ts';
import { firstMigration, migrationsOf } from './testing/migrations-of.ts';
import { preparedWrite, writeTogether } from './write-together.ts';

let statements: string[] = [];
const { db, transaction } = await testDatabase(migrationsOf(firstMigration), (text) => statements.push(text));

const entryWrite = preparedWrite((queries, entry: typeof entries.$inferInsert) =>
  queries.insert(entries).values(entry),
);
const claimWrite = preparedWrite(
  (queries, { id, limit }: { id: string; limit: number }) =>
    queries
      .insert(counters)
      .values({ id, used: 1 })
      .onConflictDoUpdate({
        target: counters.id,
        set: { used: sql`${counters.used} + 1` },
        setWhere: lt(counters.used, limit),
      })
      .returning({ id: counters.id }),
  'Nothing is left',
);
const removal = preparedWrite((queries, { id }: { id: string }) =>
  queries.delete(entries).where(eq(entries.id, id)),
);

const entry = (id: string) => ({ id, counterId: 'tries' });
const stored = async () => ({
  entries: (await db.select().from(entries)).map(({ id }) => id).toSorted(),
  used: (await db.select().from(counters)).map(({ used }) => used),
});

beforeEach(async () => {
  await db.delete(entries);
  await db.update(counters).set({ used: 0 });
  await db.insert(entries).values(entry('old'));
  statements = [];
});

test('each statement gets its own values, and all of them are one statement where the engine allows it', async () => {
  await transaction((tx) =>
    writeTogether(tx, [
      entryWrite(entry('a')),
      entryWrite(entry('b')),
      removal({ id: 'old' }),
      claimWrite({ id: 'tries', limit: 3 }),
    ]),
  );
  expect(statements).toHaveLength(withMayWrite ? 3 : 6);
  expect(await stored()).toEqual({ entries: ['a', 'b'], used: [1] });
});

test('a statement that must change a row and changes none is a conflict, which undoes the others', async () => {
  const written = transaction((tx) =>
    writeTogether(tx, [
      entryWrite(entry('a')),
      removal({ id: 'old' }),
      claimWrite({ id: 'tries', limit: 0 }),
    ]),
  );
  // PostgreSQL repeats the transaction a few times before it gives up.
  const failure: unknown = await written.catch((error: unknown) => error);
  expect(failure instanceof Error && (failure.cause ?? failure)).toEqual(
    new ConflictError('Nothing is left'),
  );
  expect(await stored()).toEqual({ entries: ['old'], used: [0] });
});

test('so it is when it stands alone', async () => {
  const alone = writeTogether(db, [claimWrite({ id: 'tries', limit: 0 })]);
  await expect(alone).rejects.toEqual(new ConflictError('Nothing is left'));
});

test.each([0, 1, 2])('a statement that fails undoes the others: the one at %i', async (at) => {
  const writes = [removal({ id: 'old' }), claimWrite({ id: 'tries', limit: 3 })];
  const unknownCounter = entryWrite({ id: 'a', counterId: 'none' });
  await expect(
    transaction((tx) => writeTogether(tx, writes.toSpliced(at, 0, unknownCounter))),
  ).rejects.toThrow();
  expect(await stored()).toEqual({ entries: ['old'], used: [0] });
});
