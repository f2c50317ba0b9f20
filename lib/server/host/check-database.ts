import { openDatabase } from '#db/client.ts';
import { engine } from '#db/columns.ts';
import { assertUsable, sqliteFile } from '#db/sqlite/file.ts';
import { type Env, EnvironmentError } from './env.ts';
import { assertAccess } from './file-access.ts';

/**
 * Throws a sentence that names the database, what is wrong and what to do, when the server cannot use it. A SQLite file is
 * read through, which takes about a second for each gigabyte; PostgreSQL is asked once.
 */
export async function assertDatabase({ databaseUrl }: Pick<Env, 'databaseUrl'>): Promise<void> {
  if (engine === 'sqlite') {
    const file = sqliteFile(databaseUrl);
    assertAccess(file);
    return assertUsable(file, { isWhole: true });
  }
  const database = openDatabase(databaseUrl);
  try {
    await database.ping();
  } catch (error) {
    throw new EnvironmentError(postgresProblem(databaseUrl ?? '', error), { cause: error });
  } finally {
    await database.close();
  }
}

/** What the operator can do when PostgreSQL did not answer; never the password. */
export function postgresProblem(url: string, error: unknown): string {
  const { host: given, pathname, username } = new URL(url);
  const host = given || 'localhost';
  const code = codeOf(error);
  const database = decodeURIComponent(pathname.slice(1)) || username;
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${host} refuses the user "${decodeURIComponent(username)}" (${code}). Correct the user and the password in DATABASE_URL.`;
  if (code === '3D000')
    return `PostgreSQL at ${host} has no database "${database}". Create it, or correct its name in DATABASE_URL.`;
  if (code === '57P03')
    return `PostgreSQL at ${host} is still starting (${code}). Start Surefoot once it answers.`;
  if (code === '53300')
    return `PostgreSQL at ${host} has no connection left (${code}). Raise its max_connections, or set DATABASE_POOL lower.`;
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code))
    return `PostgreSQL at ${host} refuses (${code}: ${error instanceof Error ? error.message : ''}). Correct DATABASE_URL.`;
  const reason = code || (error instanceof Error ? error.message : 'no answer');
  return `No PostgreSQL answers at ${host} (${reason}). Start it, or correct the host and the port in DATABASE_URL.`;
}

/** The code of the driver or the system; a host with several addresses fails with the errors of all. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}
