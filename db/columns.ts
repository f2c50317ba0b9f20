import { type Column, Param, type SQL, sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';

export type Engine = 'sqlite' | 'postgres';

/** The engine that a DATABASE_URL names; SQLite when it is unset or empty. Throws for an unknown scheme. */
export function engineOf(url: string | undefined): Engine {
  if (!url || url.startsWith('file:')) return 'sqlite';
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgres';
  throw new Error('DATABASE_URL must be unset, file:… or postgres://…');
}

export const engine = engineOf(process.env.DATABASE_URL);

// Queries are typed with SQLite's builders. PostgreSQL's builders have the same shape at run time, hence the casts.
export const asBuilders = (postgres: unknown): Builders => postgres as Builders;

function forEngine<Builder>(sqlite: Builder, postgres: unknown): Builder {
  return engine === 'postgres' ? (postgres as Builder) : sqlite;
}

export const table = forEngine(lite.sqliteTable, pg.pgTable);
export const index = forEngine(lite.index, pg.index);
export const uniqueIndex = forEngine(lite.uniqueIndex, pg.uniqueIndex);
export const primaryKey = forEngine(lite.primaryKey, pg.primaryKey);
export const foreignKey = forEngine(lite.foreignKey, pg.foreignKey);
export const check = forEngine(lite.check, pg.check);

/** `text('role', { enum: roles })` narrows the type only; a `check` enforces it in the database. */
export const text = forEngine(
  <const U extends string, T extends Readonly<[U, ...U[]]>>(name: string, config: { enum?: T } = {}) =>
    lite.text(name, config),
  pg.text,
);

/**
 * The same query, whose rows stay locked until the end of the transaction. On SQLite a transaction that writes is alone
 * from its beginning.
 */
export function lockRows<Query>(query: Query): Query {
  const lockable = query as unknown as { for(strength: 'no key update'): Query };
  return engine === 'postgres' ? lockable.for('no key update') : query;
}

/** Whole numbers up to 2^53 on both engines. */
export const integer = forEngine(
  (name: string) => lite.integer(name),
  (name: string) => pg.bigint(name, { mode: 'number' }),
);

export const real = forEngine((name: string) => lite.real(name), pg.doublePrecision);

/** A `Date` with millisecond precision. */
export const instant = forEngine(
  (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
);

export const bool = forEngine((name: string) => lite.integer(name, { mode: 'boolean' }), pg.boolean);

const textOfJson = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (stored) => JSON.parse(stored),
});

/** JSON stored as text on both engines, so that its order of properties survives. */
export function json<T>(name: string) {
  return forEngine(lite.text(name, { mode: 'json' }), textOfJson(name)).$type<T>();
}

/** Only the four query builders: on SQLite, Drizzle's own `transaction` stores rows outside any transaction. */
export type Queries = Pick<SqliteRemoteDatabase, 'select' | 'insert' | 'update' | 'delete'>;

/** What prepared queries are built with: a statement may also begin with others (WITH). */
export type Builders = Queries & Pick<SqliteRemoteDatabase, 'with' | '$with'>;

/** Whether the statements that WITH begins with may change rows. */
export const withMayWrite = engine === 'postgres';

/** A value of a condition as the driver takes it. */
export const encodeByType = forEngine(
  (value: unknown): unknown => {
    if (value instanceof Date) return value.getTime();
    return typeof value === 'boolean' ? Number(value) : value;
  },
  (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value),
);

/** A condition that holds for these values, sent as one parameter: the text of a query is the same for any number. */
export const isOneOf = forEngine(
  (column: Column, values: readonly string[]): SQL =>
    sql`${column} in (select value from json_each(${new Param(values, { mapToDriverValue: JSON.stringify })}))`,
  (column: Column, values: readonly string[]): SQL =>
    sql`${column} = any(${new Param(values, { mapToDriverValue: (list: unknown) => list })})`,
);
