import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/world.ts';
import {
  bool,
  check,
  engineOf,
  index,
  instant,
  integer,
  json,
  primaryKey,
  real,
  table,
  text,
  uniqueIndex,
} from './columns.ts';
import { migrationsOf } from './testing/migrations-of.ts';
import { statementsOf } from './testing/statements-of.ts';

const samples = table(
  'samples',
  {
    group: text('group', { enum: ['red', 'blue'] }).notNull(),
    id: integer('id').notNull(),
    at: instant('at').notNull(),
    score: real('score').notNull(),
    open: bool('open').notNull().default(false),
    content: json<unknown>('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.group, t.id] }),
    uniqueIndex('samples_one_open').on(t.group).where(sql`${t.open}`),
    index('samples_at').on(t.at),
    check('samples_score', sql`${t.score} <= 1`),
  ],
);

const { db } = await testDatabase(migrationsOf(await statementsOf({ samples })));

const sample = (id: number, changes: Partial<typeof samples.$inferInsert> = {}) => ({
  group: 'red' as const,
  id,
  at: new Date('2026-11-22T23:59:59.987Z'),
  score: 1 / 3,
  open: false,
  content: null as unknown,
  ...changes,
});

beforeEach(async () => {
  await db.delete(samples);
});

describe('a row is read back as it was written', () => {
  test.each([
    { what: 'milliseconds and thirds', row: sample(1, { content: {} }) },
    { what: 'the largest safe integer', row: sample(Number.MAX_SAFE_INTEGER, { content: 0 }) },
    { what: 'an open flag', row: sample(2, { open: true, content: [] }) },
    { what: 'a string that looks like a number', row: sample(3, { content: '007' }) },
    { what: 'text with a zero character', row: sample(4, { content: { a: 'x\u0000y' } }) },
  ])('$what', async ({ row }) => {
    await db.insert(samples).values(row);
    expect(await db.select().from(samples)).toEqual([row]);
  });

  test('with its properties in the same order, so that a signature of it stays valid', async () => {
    await db.insert(samples).values(sample(1, { content: { b: 1, a: 2, long: 3 } }));
    const [row] = await db.select().from(samples);
    expect(JSON.stringify(row?.content)).toBe('{"b":1,"a":2,"long":3}');
  });
});

describe('the database enforces the rules', () => {
  beforeEach(async () => {
    await db.insert(samples).values(sample(1, { open: true, content: 1 }));
  });

  test.each([
    { rule: 'one open row per group', row: sample(2, { open: true, content: 1 }) },
    { rule: 'one row per key', row: sample(1, { content: 1 }) },
    { rule: 'no score above one', row: sample(2, { score: 1.01, content: 1 }) },
  ])('$rule', async ({ row }) => {
    await expect(db.insert(samples).values(row)).rejects.toThrow();
  });

  test('a partial unique index ignores closed rows', async () => {
    await db.insert(samples).values([sample(2, { content: 1 }), sample(3, { content: 1 })]);
    expect(await db.select().from(samples)).toHaveLength(3);
  });
});

test('raw counts and sums are numbers on both engines', async () => {
  await db.insert(samples).values([sample(1, { content: 1 }), sample(2, { content: 1 })]);
  const [found] = await db.select({ rows: sql`count(*)`, sum: sql`sum(${samples.id})` }).from(samples);
  expect(found).toEqual({ rows: 2, sum: 3 });
});

describe('the address chooses the engine', () => {
  test.each([
    { url: undefined, chosen: 'sqlite' },
    { url: '', chosen: 'sqlite' },
    { url: 'file:/tmp/a.db', chosen: 'sqlite' },
    { url: 'postgres://h/d', chosen: 'postgres' },
    { url: 'postgresql://h/d', chosen: 'postgres' },
  ])('$url is $chosen', ({ url, chosen }) => expect(engineOf(url)).toBe(chosen));

  test('and an unknown scheme is refused', () => {
    expect(() => engineOf('mysql://h/d')).toThrow('DATABASE_URL');
  });
});
