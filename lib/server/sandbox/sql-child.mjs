// @ts-check
// One process for programs in SQL. Each gets an empty database in memory; what would reach a file is refused.
import Database from 'better-sqlite3';

const heapBytes = 64 * 1024 * 1024;
const mostOutput = 64 * 1024;
/** Statements that name a file, or change how the library works. */
const refused = /^(?:ATTACH|DETACH|VACUUM|PRAGMA)\b/i;
const allowedPragma =
  /^PRAGMA\s+(?:foreign_keys(?:\s*=\s*(?:ON|OFF|1|0))?|table_info\s*\(\s*\w+\s*\))\s*;?\s*$/i;

/** @param {string} text */
const withoutComments = (text) => text.replace(/^(?:\s+|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');

/** SQLite's own text of a number with a point, with 15 digits, as its shell prints it: 0.1 + 0.2 is 0.3. */
const numberText = new Database(':memory:').prepare("SELECT printf('%!.15g', ?)").pluck();

/** @param {unknown} value */
function shown(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(numberText.get(value));
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value);
}

/**
 * The statements of a program: a semicolon ends one if what came before can be prepared.
 * @param {import('better-sqlite3').Database} database
 * @param {string} program
 * @param {(sql: string) => void} execute
 */
function each(database, program, execute) {
  let from = 0;
  for (let end = program.indexOf(';'); from < program.length; end = program.indexOf(';', end + 1)) {
    const isLast = end === -1;
    const sql = withoutComments(program.slice(from, isLast ? undefined : end + 1));
    if (sql && !isLast && isIncomplete(database, sql)) continue;
    if (sql) execute(sql);
    if (isLast) return;
    from = end + 1;
  }
}

/**
 * @param {import('better-sqlite3').Database} database
 * @param {string} sql
 */
function isIncomplete(database, sql) {
  if (refused.test(sql)) return false;
  try {
    database.prepare(sql);
    return false;
  } catch (error) {
    return error instanceof Error && /incomplete input|unrecognized token/.test(error.message);
  }
}

/** @param {string} program */
function run(program) {
  const database = new Database(':memory:');
  database.pragma(`hard_heap_limit = ${heapBytes}`);
  database.pragma('trusted_schema = OFF');
  database.defaultSafeIntegers(true);
  let stdout = '';
  try {
    each(database, program, (sql) => {
      if (refused.test(sql) && !allowedPragma.test(sql))
        throw Object.assign(new Error(`${sql.split(/\s/)[0]} is not available here`), {
          name: 'NotAvailable',
        });
      const statement = database.prepare(sql);
      if (!statement.reader) return void statement.run();
      for (const row of statement.raw().iterate()) {
        stdout += `${/** @type {unknown[]} */ (row).map(shown).join('|')}\n`;
        if (stdout.length > mostOutput) break;
      }
    });
    return { stdout: stdout.slice(0, mostOutput), cut: stdout.length > mostOutput, stop: null };
  } catch (error) {
    const code = error instanceof Error ? /** @type {{ code?: string }} */ (error).code : undefined;
    return { stdout, cut: false, stop: code ?? (error instanceof Error ? error.name : 'Error') };
  } finally {
    database.close();
  }
}

process.once('message', (/** @type {readonly string[]} */ programs) => {
  process.send?.(programs.map(run), undefined, undefined, () => process.exit(0));
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
