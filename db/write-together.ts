import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type Builders, withMayWrite } from './columns.ts';
import { placeholdersOf, prepared, type Session, type session, shapeOf, statementCache } from './prepared.ts';
import { ConflictError } from './retry.ts';

interface Connection {
  readonly [session]: Session;
}

/** A statement that changes rows, with its values. It does nothing until `writeTogether` runs it. */
export interface Write {
  /** Equal for statements of the same text. */
  readonly shape: string;
  readonly values: object;
  /** The message of the error that is thrown when the statement returns no row. */
  readonly conflict: string | undefined;
  /** The statement with placeholders, whose names start with the prefix. */
  build(queries: Builders, prefix: string): SQL;
  run(db: Connection): Promise<unknown>;
}

let declared = 0;

/**
 * Declares a statement that changes rows. With `conflict` it must return the rows that it has changed: changing none is a
 * `ConflictError` with this message.
 */
export function preparedWrite<Values extends object>(
  build: (queries: Builders, values: Values) => PromiseLike<unknown> & SQLWrapper,
  conflict?: string,
): (values: Values) => Write {
  const run = prepared(build);
  declared += 1;
  const id = declared;
  return (values) => ({
    shape: `${id}:${shapeOf(values)}`,
    values,
    conflict,
    build: (queries, prefix) => build(queries, placeholdersOf(values, prefix)).getSQL(),
    run: (db) => run(db, values),
  });
}

/**
 * Runs statements that change different rows and do not read one another's: PostgreSQL gets all of them as one statement
 * (WITH), which is one round trip, and all of them see the rows as they were before it. SQLite runs one after another.
 */
export async function writeTogether(db: Connection, writes: readonly Write[]): Promise<void> {
  if (withMayWrite && writes.length > 1) return writeAsOne(db, writes);
  for (const write of writes) {
    const rows = await write.run(db);
    if (write.conflict !== undefined && Array.isArray(rows) && rows.length === 0)
      throw new ConflictError(write.conflict);
  }
}

const combined = statementCache<Record<string, number>[]>();

async function writeAsOne(db: Connection, writes: readonly Write[]): Promise<void> {
  const shape = writes.map((write) => write.shape).join(';');
  const values = Object.fromEntries(
    writes.flatMap((write, n) =>
      Object.entries(write.values).map(([name, value]) => [`${prefixOf(n)}${name}`, value]),
    ),
  );
  const [changed = {}] = await combined(db, values, {
    shape,
    build: (queries) => combinationOf(queries, writes),
  });
  for (const [n, { conflict }] of writes.entries())
    if (conflict !== undefined && changed[nameOf(n)] === 0) throw new ConflictError(conflict);
}

const nameOf = (n: number): string => `write_${n}`;
const prefixOf = (n: number): string => `${n}.`;

/** All statements as one, which returns the number of rows of those that must change some. */
function combinationOf(queries: Builders, writes: readonly Write[]) {
  const parts = writes.map((write, n) => queries.$with(nameOf(n), {}).as(write.build(queries, prefixOf(n))));
  const counts = [...writes.entries()]
    .filter(([, { conflict }]) => conflict !== undefined)
    .map(([n]) => [
      nameOf(n),
      sql<number>`(select count(*) from ${sql.identifier(nameOf(n))})`.mapWith(Number),
    ]);
  return queries
    .with(...parts)
    .select({ writes: sql<number>`${writes.length}::int`, ...Object.fromEntries(counts) })
    .from(sql`(select 1) as one`);
}
