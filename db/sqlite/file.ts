import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';

/** The file of a SQLite database. @param url `file:…`; without one, `surefoot.db` in `DATA_DIR` */
export function sqliteFile(url: string | undefined): string {
  if (!url) return resolve(process.env.DATA_DIR || '.data', 'surefoot.db');
  return resolve(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
}

/** A database file that must not be used; the message names it, says what was found, and how to put a backup back. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

const signature = Buffer.from('SQLite format 3\0', 'latin1');

/** How long a file may be empty: another process that creates it writes its first page at once. */
const creationMs = 1_000;

/**
 * Throws a `DamagedFileError` when the file cannot be this school's database. A file that does not exist is a new school.
 * `isWhole` reads every page, too, which takes about a second for each gigabyte.
 */
export async function assertUsable(file: string, { isWhole }: { isWhole: boolean }): Promise<void> {
  const found = isWhole ? await problemOfFile(file) : await problemOfHead(file);
  if (found !== null) throw new DamagedFileError(`${file} ${found} ${wayBack(file)}`);
}

/** What is wrong with a database file, to be read after its name; null when it is whole or does not exist. */
export async function problemOfFile(file: string): Promise<string | null> {
  return (await problemOfHead(file)) ?? problemOfPages(file);
}

/** Throws when another process has the database open. A database that is too damaged to tell counts as closed. */
export async function assertNotInUse(file: string): Promise<void> {
  // SQLite would delete the log of an empty file.
  if (!existsSync(file) || (await problemOfHead(file)) !== null) return;
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(file, { timeout: 250 });
    // Only the one process that has the file open may leave this mode.
    connection.pragma('journal_mode = delete');
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new Error(`${file} is in use. Stop the server and every command first. Nothing was changed.`);
  } finally {
    connection?.close();
  }
}

const wayBack = (file: string): string =>
  `Nothing was changed. Restore your last backup: npm run admin -- restore BACKUP-FILE (it keeps the present files). If there is none and the school is new, move ${file}* away and start again.`;

async function problemOfHead(file: string): Promise<string | null> {
  if (!existsSync(file)) {
    return hasLog(file)
      ? 'is missing, but the file of its latest changes, with -wal at the end, is there.'
      : null;
  }
  const deadlineMs = performance.now() + creationMs;
  let head = readHead(file);
  while (head.size === 0 && performance.now() < deadlineMs) {
    await pause(50);
    head = readHead(file);
  }
  return problemOf(head, hasLog(file));
}

/** Whether there are changes that are not in the database file yet. */
function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

interface Head {
  readonly size: number;
  readonly bytes: Buffer;
}

function readHead(file: string): Head {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(100);
    const length = readSync(handle, bytes, 0, bytes.length, 0);
    return { size: fstatSync(handle).size, bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(handle);
  }
}

/** What the header of a file shows, by the file format of SQLite; with a log of changes, pages may be in that only. */
function problemOf({ size, bytes }: Head, logged: boolean): string | null {
  if (size === 0) return 'is empty: it has 0 bytes.';
  if (bytes.length < 100 || !bytes.subarray(0, 16).equals(signature))
    return `is not a SQLite database: its ${size} bytes do not begin like one.`;
  const stored = bytes.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  const expected = pageSize * bytes.readUInt32BE(28);
  if (!logged && isCounted && size < expected) return `is cut off: it has ${size} bytes of ${expected}.`;
  return null;
}

/** What SQLite itself finds, and whether there are tables at all. */
function problemOfPages(file: string): string | null {
  if (!existsSync(file)) return null;
  let connection: Sqlite.Database | undefined;
  try {
    // Read-only, because closing the last connection would write the log into a damaged file.
    connection = new Sqlite(file, { readonly: true });
    const damages = connection
      .prepare<[], { quick_check: string }>('PRAGMA quick_check(3)')
      .all()
      .map((row) => row.quick_check)
      .filter((message) => message !== 'ok');
    if (damages.length > 0) return `is damaged: ${damages.join('; ').replaceAll('\n', ' ')}.`;
    const tables = connection
      .prepare<[string], unknown>('SELECT 1 FROM sqlite_master WHERE name = ?')
      .get('schema_migrations');
    return tables ? null : 'has no tables of a school. Was it copied without the file with -wal at the end?';
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || !isDamage(error.code)) throw error;
    return `is damaged: ${error.message} (${error.code}).`;
  } finally {
    connection?.close();
  }
}

const isDamage = (code: string): boolean => /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code);
