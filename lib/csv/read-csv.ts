/** One record and the line of the file on which it begins; the first line is 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a CSV file, and on which line. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;
  constructor(line: number, words: string) {
    super(`line ${line}: ${words}`);
    this.line = line;
  }
}

/** Takes a file piece by piece and yields the records that are whole by then. */
export interface CsvReader {
  push(text: string): CsvRow[];
  end(): CsvRow[];
}

const longestRow = 1_000_000;

/**
 * Reads RFC 4180: quotes doubled within quotes, CRLF or LF, a byte order mark at most at the beginning. Cells are
 * separated by commas, or by semicolons or tabs where the first line has more of these, as spreadsheets write them in
 * countries with a decimal comma. Blank lines are left out. Throws CsvError on a quote in the middle of a cell, text after a closing quote and an open quote.
 */
export function csvReader(): CsvReader {
  let rest = '';
  let line = 1;
  let isFirst = true;
  let separator: string | undefined;
  const take = (text: string, isEnd: boolean): CsvRow[] => {
    rest += isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isFirst = isFirst && text === '';
    const rows: CsvRow[] = [];
    if (separator === undefined && !isEnd && !rest.includes('\n') && rest.length <= longestRow) return rows;
    separator ??= separatorOf(rest);
    let from = 0;
    for (;;) {
      const record = readRecord(rest, from, line, isEnd, separator);
      if (!record) break;
      if (record.cells.length > 1 || record.cells[0] !== '') rows.push({ line, cells: record.cells });
      line += record.lines;
      from = record.next;
    }
    rest = rest.slice(from);
    if (rest.length > longestRow) {
      throw new CsvError(line, 'this row has no end; is a quote left open, or is this no CSV file?');
    }
    return rows;
  };
  return { push: (text) => take(text, false), end: () => take('', true) };
}

/** A whole text at once. */
export function readCsv(text: string): CsvRow[] {
  const reader = csvReader();
  return [...reader.push(text), ...reader.end()];
}

/** What stands most often between the cells of the first line; a comma when in doubt. */
function separatorOf(text: string): string {
  const unquoted = text.slice(0, longestRow).replace(/"(?:[^"]|"")*"/g, '');
  const [first = ''] = unquoted.trimStart().split('\n', 1);
  const many = (sign: string) => first.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (many(sign) > many(best) ? sign : best), ',');
}

interface Found {
  readonly cells: string[];
  /** Where the next record begins, and how many lines this one took. */
  readonly next: number;
  readonly lines: number;
}

/** The record that begins at `from`; undefined when the text ends before it does and more is to come. */
function readRecord(
  text: string,
  from: number,
  line: number,
  isEnd: boolean,
  separator: string,
): Found | undefined {
  if (from >= text.length) return undefined;
  const cells: string[] = [];
  let [at, lines] = [from, 1];
  for (;;) {
    const cell =
      text[at] === '"'
        ? quoted(text, at, line + lines - 1, isEnd)
        : plain(text, at, line + lines - 1, separator);
    if (!cell) return undefined;
    cells.push(cell.value);
    lines += cell.breaks;
    at = cell.end;
    const after = text[at];
    if (after === separator) at += 1;
    else if (after === '\n') return { cells, next: at + 1, lines };
    else if (after === '\r' && text[at + 1] === '\n') return { cells, next: at + 2, lines };
    else if (after === undefined) return isEnd ? { cells, next: at, lines } : undefined;
    else if (after === '\r' && at + 1 === text.length)
      return isEnd ? { cells, next: at + 1, lines } : undefined;
    else
      throw new CsvError(
        line + lines - 1,
        'a cell goes on after its closing quote. Double quotes within quotes.',
      );
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
}

function plain(text: string, from: number, line: number, separator: string): Cell {
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || (sign === '\r' && (text[at + 1] ?? '\n') === '\n')) break;
    if (sign === '"')
      throw new CsvError(line, 'a quote stands in the middle of a cell. Put the whole cell in quotes.');
  }
  return { value: text.slice(from, at), end: at, breaks: 0 };
}

function quoted(text: string, from: number, line: number, isEnd: boolean): Cell | undefined {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1 || (close + 1 === text.length && !isEnd)) {
      if (isEnd) throw new CsvError(line, 'a quote is opened and never closed.');
      return undefined;
    }
    if (text[close + 1] !== '"') {
      const raw = text.slice(from + 1, close);
      return { value: raw.replaceAll('""', '"'), end: close + 1, breaks: raw.split('\n').length - 1 };
    }
    at = close + 2;
  }
}
