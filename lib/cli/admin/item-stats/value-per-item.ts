import { existsSync } from 'node:fs';
import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { CsvError, type CsvRow, readCsv } from '#lib/csv/read-csv.ts';

/**
 * Reads one value for each item. A file has rows of item and value, a row of headings and a row of values, or values
 * alone. If `given` names no file, it is the list itself: separated by commas or semicolons, or one character per item.
 */
export async function valuePerItem(given: string, items: readonly string[]): Promise<string[]> {
  if (existsSync(given)) {
    const rows = await readRows(given);
    return withFileName(given, () => valuesIn(rows, items));
  }
  const values = /[,;]/.test(given) ? (readCsv(given)[0]?.cells ?? []) : [...given.replaceAll(/\s/g, '')];
  if (values.length === items.length) return values.map((value) => value.trim());
  throw new UsageError(
    `There is no file "${given}", and as a list it has ${values.length} values for ${items.length} items.`,
  );
}

function valuesIn(rows: readonly CsvRow[], items: readonly string[]): string[] {
  const [first, second] = rows;
  if (!first) throw new CsvError(1, 'the file is empty.');
  if (rows.length === 1 && first.cells.length === items.length) return first.cells.map((cell) => cell.trim());
  const names = first.cells.map((cell) => cell.trim());
  if (second && rows.length === 2 && items.every((item) => names.includes(item)))
    return byHeadings(first, second, items);
  if (rows.every(({ cells }) => cells.length === 2)) return byRows(rows, items);
  if (rows.every(({ cells }) => cells.length === 1) && rows.length === items.length)
    return rows.map(({ cells }) => (cells[0] ?? '').trim());
  if (second && rows.length === 2) return byHeadings(first, second, items);
  throw new CsvError(
    first.line,
    `for ${items.length} items, write rows of item and value, or a row of items and a row of values.`,
  );
}

function byRows(rows: readonly CsvRow[], items: readonly string[]): string[] {
  const values = new Map<string, string>();
  for (const { line, cells } of rows) {
    const item = (cells[0] ?? '').trim();
    if (values.has(item)) throw new CsvError(line, `"${item}" appears twice. Remove one of the two rows.`);
    values.set(item, (cells[1] ?? '').trim());
  }
  const missing = items.find((item) => !values.has(item));
  if (missing !== undefined)
    throw new CsvError(rows.at(-1)?.line ?? 1, `there is no row for "${missing}". Add one.`);
  return items.map((item) => values.get(item) ?? '');
}

function byHeadings(first: CsvRow, second: CsvRow, items: readonly string[]): string[] {
  const names = first.cells.map((cell) => cell.trim());
  const missing = items.find((item) => !names.includes(item));
  if (missing !== undefined) throw new CsvError(first.line, `there is no column "${missing}". Add one.`);
  return items.map((item) => (second.cells[names.indexOf(item)] ?? '').trim());
}
