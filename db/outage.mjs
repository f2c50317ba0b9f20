// @ts-check

/**
 * Why the database cannot do its work for now, though nothing is wrong with the request: its disk is full, another process
 * holds a lock, it does not answer, or its file is damaged.
 * @typedef {'full' | 'locked' | 'down' | 'damaged'} Outage
 */

/**
 * By the first characters of the codes of SQLite, PostgreSQL and the operating system.
 * @type {Readonly<Record<Outage, RegExp>>}
 */
const codes = {
  full: /^(SQLITE_FULL|53100|ENOSPC|EDQUOT)/,
  // The last two are conflicts that did not end after several attempts.
  locked: /^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)/,
  damaged: /^(SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/,
  down: /^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY|08\d|57P0\d|53\d{3}|58\d|25006|ECONN|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET|EPIPE)/,
};
const kinds = /** @type {const} */ (['full', 'locked', 'damaged', 'down']);

/** What the driver of PostgreSQL says without a code. */
const lostConnection = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)/;

/**
 * The outage that an error or one of its causes reports; null for a bug.
 * @param {unknown} error
 * @returns {Outage | null}
 */
export function outageOf(error) {
  if (error instanceof AggregateError) return outageOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const kind = kinds.find((one) => codes[one].test(code));
  if (kind) return kind;
  return lostConnection.test(error.message) ? 'down' : outageOf(error.cause);
}
