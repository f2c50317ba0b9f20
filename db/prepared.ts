import { createHash } from 'node:crypto';
import { is, Param, Placeholder } from 'drizzle-orm';
import { type Builders, encodeByType } from './columns.ts';

/** What a `Db` runs prepared queries with. `queries` is the same object for all transactions of one connection. */
export interface Session {
  readonly queries: Builders;
  /** Called with the SQL before each query; throws when this `Db` must not be used now. */
  check(text: string): void;
}

// A registered symbol, because a bundler may load this module twice.
export const session: unique symbol = Symbol.for('surefoot.session');

interface Statement<Result> {
  getQuery(): { sql: string; params: unknown[] };
  execute(values: object): Promise<Result>;
}

interface Preparable<Result> {
  toSQL(): { sql: string };
  prepare(name: string): Statement<Result>;
}

/**
 * A query that Drizzle builds once for each connection. `build` gets placeholders in place of the values: it passes them
 * to the query and computes nothing from them. It may ask whether a value is null or undefined: those are given as they
 * are, and the query is built once for each set of values that are present. Dates and booleans are encoded for their
 * column, lists of strings go through `isOneOf`.
 */
export function prepared<Values extends object, Result>(
  build: (queries: Builders, values: Values) => PromiseLike<Result>,
): (db: { readonly [session]: Session }, values: Values) => Promise<Result> {
  const run = statementCache<Result>();
  return (db, values) =>
    run(db, values, { shape: shapeOf(values), build: (queries) => build(queries, placeholdersOf(values)) });
}

interface Build<Result> {
  /** Equal for builds of the same text. */
  readonly shape: string;
  build(queries: Builders): PromiseLike<Result>;
}

/** Runs a query that is built once for each connection and shape. */
export function statementCache<Result>(): (
  db: { readonly [session]: Session },
  values: object,
  query: Build<Result>,
) => Promise<Result> {
  const connections = new WeakMap<Builders, Map<string, Statement<Result>>>();
  const compile = (queries: Builders, { build }: Build<Result>): Statement<Result> => {
    const query = build(queries) as unknown as Preparable<Result>;
    const statement = query.prepare(nameOf(query.toSQL().sql));
    encodeParameters(statement.getQuery().params);
    return statement;
  };
  return (db, values, query) => {
    const { queries, check } = db[session];
    const statements = connections.get(queries) ?? new Map<string, Statement<Result>>();
    connections.set(queries, statements);
    const statement = statements.get(query.shape) ?? compile(queries, query);
    statements.set(query.shape, statement);
    check(statement.getQuery().sql);
    return statement.execute(values);
  };
}

/** Which values are present, and which of those are null. */
export function shapeOf(values: object): string {
  let shape = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) shape += value === null ? `${name}=null,` : `${name},`;
  return shape;
}

class Value extends Placeholder {
  [Symbol.toPrimitive](): never {
    throw new Error(`A prepared query computes with the value of "${this.name}"`);
  }
}

/** A placeholder for each value that is present, with a prefix before its name. */
export function placeholdersOf<Values extends object>(values: Values, prefix = ''): Values {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, value === null ? null : new Value(`${prefix}${name}`)]),
  ) as Values;
}

/** Drizzle gives placeholders in inserts and updates the encoder of their column, but none to those in conditions. */
function encodeParameters(params: unknown[]): void {
  for (const [n, param] of params.entries())
    if (is(param, Placeholder)) params[n] = new Param(param, { mapToDriverValue: encodeByType });
}

/** PostgreSQL keeps a statement and its plan under this name for as long as the connection lasts; SQLite needs none. */
function nameOf(text: string): string {
  return `surefoot_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
