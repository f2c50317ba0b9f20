import { CsvError as ParserError, parse } from 'csv-parse/sync';

/** One record and the line of the file on which it begins; the first line is 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a CSV file, and on which line. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

/** Reads a file in chunks: each call returns the records that are complete by then. */
export interface CsvReader {
  push(text: string): CsvRow[];
  end(): CsvRow[];
}

const longestRow = 1_000_000;

/**
 * Reads RFC 4180: quotes doubled within quotes, CRLF or LF, a byte order mark at most at the beginning. Cells are
 * separated by commas, or by semicolons or tabs if the first line has more of these: spreadsheets write them in
 * countries with a decimal comma. Blank lines are left out. Throws CsvError on a quote in the middle of a cell, text after a closing quote and an open quote.
 */
export function csvReader(): CsvReader {
  let rest = '';
  let line = 1;
  let isFirst = true;
  let separator: string | undefined;
  const consume = (text: string, isEnd: boolean): CsvRow[] => {
    rest += isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isFirst = isFirst && text === '';
    if (separator === undefined && !isEnd && !rest.includes('\n') && rest.length <= longestRow) return [];
    separator ??= separatorOf(rest);
    const end = isEnd ? rest.length : endOfRecords(rest);
    const { rows, next } = recordsOf(rest.slice(0, end), line, separator);
    rest = rest.slice(end);
    line = next;
    if (rest.length > longestRow) throw unterminatedRow(rest, line, separator);
    return rows;
  };
  return { push: (text) => consume(text, false), end: () => consume('', true) };
}

/** A whole text at once. */
export function readCsv(text: string): CsvRow[] {
  const reader = csvReader();
  return [...reader.push(text), ...reader.end()];
}

/** The separator that occurs most often in the first line; a comma when in doubt. */
export function separatorOf(text: string): string {
  const unquoted = text.slice(0, longestRow).replace(/"(?:[^"]|"")*"/g, '');
  const [first = ''] = unquoted.trimStart().split('\n', 1);
  const count = (character: string) => first.split(character).length;
  return [';', '\t'].reduce((best, character) => (count(character) > count(best) ? character : best), ',');
}

/** The end of the last complete record: after a line break with an even number of quotes before it. */
function endOfRecords(text: string): number {
  let [end, isQuoted] = [0, false];
  for (const { 0: character, index } of text.matchAll(/["\n]/g)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted) end = index + 1;
  }
  return end;
}

/** The records of a text that starts on `line` and ends with a complete record, and the number of the line after them. */
function recordsOf(text: string, line: number, separator: string): { rows: CsvRow[]; next: number } {
  const rows: CsvRow[] = [];
  let next = line;
  for (const cells of parsed(text.replace(/\r$/, ''), line, separator)) {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: next, cells });
    next += 1 + cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0);
  }
  return { rows, next };
}

const countLineBreaks = (text: string): number => text.split('\n').length - 1;

function parsed(text: string, line: number, separator: string): string[][] {
  try {
    return parse(text, { ...strict, delimiter: separator });
  } catch (error) {
    if (error instanceof ParserError) throw new CsvError(...faultOf(error.code, text, line, separator));
    throw error;
  }
}

/** Blank lines and rows of any width are kept here, since the line of a record is counted from the records before it. */
const strict = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] };

function faultOf(
  code: string,
  text: string,
  line: number,
  separator: string,
): [line: number, message: string] {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return [line + countLineBreaks(text.slice(0, openQuote(text))), 'a quote is opened and never closed.'];
  const at = line + faultyLine(text, separator) - 1;
  return code === 'INVALID_OPENING_QUOTE'
    ? [at, 'there is a quote in the middle of a cell. Put the whole cell in quotes.']
    : [at, 'there is text after the closing quote of a cell. Double quotes within quotes.'];
}

/** The offset of the quote that is never closed: after it, all quotes are doubled. */
function openQuote(text: string): number {
  const found = /(?<=^|[,;\t\n])"(?:[^"]|"")*$/.exec(text);
  return found?.index ?? 0;
}

/** The parser counts a carriage return as a line of its own, so its count is taken from a text without them. */
function faultyLine(text: string, separator: string): number {
  try {
    parse(text.replaceAll('\r\n', '\n').replaceAll('\r', ' '), { ...strict, delimiter: separator });
  } catch (error) {
    if (error instanceof ParserError && typeof error.lines === 'number') return error.lines;
    throw error;
  }
  return 1;
}

/** The error for a row that does not end. A misplaced quote causes one too and is then reported as what it is. */
function unterminatedRow(text: string, line: number, separator: string): CsvError {
  try {
    parse(text, { ...strict, delimiter: separator });
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED')
      return new CsvError(...faultOf(error.code, text, line, separator));
  }
  return new CsvError(line, 'a quote is opened and never closed, or this is no CSV file.');
}
