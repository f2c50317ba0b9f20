import { type Outage, outageOf } from '#db/outage.mjs';
import { EnvironmentError } from '#lib/server/host/env.ts';
import { accessProblem } from '#lib/server/host/file-access.ts';
import { outageReasons } from '#lib/server/host/outage-reasons.mjs';

const cures: Readonly<Record<Outage, string>> = {
  full: 'Make room on the disk of DATA_DIR, then try again.',
  locked: 'Stop the process that holds it, then try again.',
  down: 'Start it, or correct DATABASE_URL.',
  damaged: '"npm run admin -- doctor" says what was found.',
};

/** A sentence about a database that cannot do its work for now, with the cure; null for other errors. */
export function outageText(error: unknown): string | null {
  const outage = outageOf(error);
  const file = sqliteMessage(error);
  if (outage === 'down' && file !== null)
    return `The file of the database cannot be used: ${file}. Make the user who runs Surefoot its owner, and look at its disk.`;
  return outage && `${outageReasons[outage]} ${cures[outage]}`;
}

/** What SQLite said; null when the error is not one of SQLite. */
function sqliteMessage(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const isSqlite = 'code' in error && String(error.code).startsWith('SQLITE_');
  return isSqlite ? error.message : sqliteMessage(error.cause);
}

/** The sentence that a command prints about an error. The values of a failed query, such as a password's hash, are not in it. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof EnvironmentError) return error.message;
  if ('query' in error && 'params' in error)
    return outageText(error) ?? `The database refuses: ${errorText(error.cause)}`;
  // A command also writes other files, so a full disk need not be that of the database.
  const outage = outageOf(error) === 'full' ? null : outageText(error);
  return accessProblem(error) ?? outage ?? error.message;
}
