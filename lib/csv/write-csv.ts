export type CsvCell = string | number | null;

/** The start of a text that a spreadsheet takes for a formula, in half and full width. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;
const special = /[",;\t\r\n']|^\s|\s$/u;

/** Spreadsheets read UTF-8 only after this mark. */
const byteOrderMark = '\uFEFF';

/**
 * A CSV file (RFC 4180: commas, CRLF). Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * numbers are written as they are.
 */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return special.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
