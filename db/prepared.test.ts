import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/world.ts';
import { bool, engine, instant, integer, isOneOf, json, table, text } from './columns.ts';
import { prepared } from './prepared.ts';
import { migrationsOf } from './testing/migrations-of.ts';
import { statementsOf } from './testing/statements-of.ts';

const visits = table('visits', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
  leftAt: instant('left_at'),
  open: bool('open').notNull().default(false),
  pages: integer('pages').notNull().default(0),
  note: json<unknown>('note'),
});
type Visit = typeof visits.$inferSelect;

const { db, transaction } = await testDatabase(migrationsOf(await statementsOf({ visits })));

const insert = prepared((queries, visit: typeof visits.$inferInsert) => queries.insert(visits).values(visit));
const find = prepared((queries, { id }: { id: string }) =>
  queries.select().from(visits).where(eq(visits.id, id)),
);
const visit = (id: string, changes: Partial<Visit> = {}): Visit => ({
  id,
  at: new Date('2026-11-22T23:59:59.987Z'),
  leftAt: null,
  open: false,
  pages: 0,
  note: null,
  ...changes,
});

beforeEach(async () => {
  await db.delete(visits);
});

describe('a row is read back as it was inserted', () => {
  test.each([
    { what: 'with nulls', row: visit('a') },
    {
      what: 'with a date, a flag and an object',
      row: visit('a', { leftAt: new Date(1), open: true, note: {} }),
    },
    { what: 'with JSON that is a text', row: visit('a', { note: '007' }) },
    { what: 'with JSON that is a list', row: visit('a', { note: ['b', 1] }) },
  ])('$what', async ({ row }) => {
    await insert(db, row);
    expect(await find(db, { id: 'a' })).toEqual([row]);
  });

  test('with defaults for the values that are missing', async () => {
    await insert(db, { id: 'a', at: new Date(0), pages: 7 });
    await insert(db, { id: 'b', at: new Date(0) });
    expect(await find(db, { id: 'a' })).toEqual([visit('a', { at: new Date(0), pages: 7 })]);
    expect(await find(db, { id: 'b' })).toEqual([visit('b', { at: new Date(0) })]);
  });

  test('with null in the column of a null, not with the text of it', async () => {
    await insert(db, visit('a'));
    const absent = and(isNull(visits.note), isNull(visits.leftAt));
    expect(await db.select().from(visits).where(absent)).toHaveLength(1);
  });
});

describe('a condition', () => {
  const idsFrom = prepared((queries, values: { from: Date; open: boolean | undefined; limit: number }) =>
    queries
      .select({ id: visits.id })
      .from(visits)
      .where(
        and(
          gte(visits.at, values.from),
          values.open === undefined ? undefined : eq(visits.open, values.open),
        ),
      )
      .orderBy(visits.id)
      .limit(values.limit),
  );
  const idsOf = prepared((queries, { ids }: { ids: readonly string[] }) =>
    queries.select({ id: visits.id }).from(visits).where(isOneOf(visits.id, ids)).orderBy(visits.id),
  );

  beforeEach(async () => {
    for (const [id, open] of [
      ['a', false],
      ['b', true],
      ["it's", true],
    ] as const)
      await insert(db, visit(id, { open, at: new Date(id === 'a' ? 1_000 : 1_001) }));
  });

  test.each([
    { from: 1_000, open: undefined, limit: 9, ids: ['a', 'b', "it's"] },
    { from: 1_001, open: undefined, limit: 9, ids: ['b', "it's"] },
    { from: 1_000, open: false, limit: 9, ids: ['a'] },
    { from: 1_000, open: true, limit: 1, ids: ['b'] },
  ])('from $from, open $open, at most $limit', async ({ from, open, limit, ids }) => {
    const found = await idsFrom(db, { from: new Date(from), open, limit });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  test.each([{ ids: [] }, { ids: ['a'] }, { ids: ['a', "it's", 'missing'] }])(
    'on a list of $ids',
    async ({ ids }) => {
      const found = await idsOf(db, { ids });
      expect(found.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'missing'));
    },
  );
});

describe('a prepared query', () => {
  test('is built once, however many transactions run it', async () => {
    let built = 0;
    const count = prepared((queries, { id }: { id: string }) => {
      built += 1;
      return queries
        .update(visits)
        .set({ pages: sql`${visits.pages} + 1` })
        .where(eq(visits.id, id))
        .returning();
    });
    await insert(db, visit('a'));
    const runs = [0, 0, 0].map((_, n) => () => transaction((tx) => count(tx, { id: n < 2 ? 'a' : 'b' })));
    const [first, second, third] = [await runs[0]?.(), await runs[1]?.(), await runs[2]?.()];
    expect([first, second, third]).toEqual([[visit('a', { pages: 1 })], [visit('a', { pages: 2 })], []]);
    expect(built).toBe(1);
  });

  test('sees and keeps what its transaction does, and nothing when that throws', async () => {
    const failed = transaction(async (tx) => {
      await insert(tx, visit('a'));
      expect(await find(tx, { id: 'a' })).toHaveLength(1);
      throw new Error('on second thoughts');
    });
    await expect(failed).rejects.toThrow('on second thoughts');
    expect(await find(db, { id: 'a' })).toEqual([]);
  });

  test('does not reach a finished transaction, also while another one is open', async () => {
    const late = await transaction(async (tx) => () => insert(tx, visit('late')));
    expect(late).toThrow('over');
    await transaction(async () => expect(late).toThrow('over'));
    expect(await find(db, { id: 'late' })).toEqual([]);
  });

  test('does not bypass an open transaction', async () => {
    await expect(transaction(() => find(db, { id: 'a' }))).rejects.toThrow('Inside a transaction');
  });

  test('must not compute with its values', () => {
    const wrong = prepared((queries, { pages }: { pages: number }) =>
      queries
        .select()
        .from(visits)
        .where(eq(visits.pages, pages + 1)),
    );
    expect(() => wrong(db, { pages: 1 })).toThrow('computes with the value of "pages"');
  });

  test.runIf(engine === 'postgres')('has a name on the server, one for each text', async () => {
    await transaction(async (tx) => {
      await find(tx, { id: 'a' });
      await find(tx, { id: 'b' });
      const named = await tx
        .select({ name: sql<string>`name` })
        .from(sql`pg_prepared_statements`)
        .where(sql`statement like '%from "visits" where "visits"."id" = $1'`);
      expect(named).toHaveLength(1);
      expect(named[0]?.name).toMatch(/^surefoot_[0-9a-f]{24}$/);
    });
  });
});
