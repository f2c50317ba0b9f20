import { CsvError, type CsvRow, readCsv, separatorOf } from '#lib/csv/read-csv.ts';
import { type Entry, type Reading, refused } from '#lib/exchange/question.ts';
import { readCards } from './read-cards.ts';
import { columnsOf, readSheetRow } from './sheet-row.ts';

/**
 * Reads a table in CSV or TSV: the sheet of the handbook, known by its column `question`; an export of Anki; or a list
 * with two columns, as Quizlet gives it, whose rows become cards.
 */
export function readSheet(file: string): Reading {
  const { heads, text } = splitHeads(file);
  const { rows, refusals } = rowsOf(text);
  const [head, ...body] = rows;
  if (!head) return { entries: refusals, notes: ['The table is empty.'] };
  const columns = columnsOf(head.cells);
  const entries = columns ? body.map((row) => readSheetRow(row, columns)) : readCards(rows, heads);
  return { entries: [...entries, ...refusals].toSorted((a, b) => lineOf(a) - lineOf(b)), notes: [] };
}

/** The lines with which Anki describes its export, and the text with empty lines in their place. */
function splitHeads(file: string): { heads: string[]; text: string } {
  const lines = file.split('\n');
  const count = lines.findIndex((line) => !/^#[a-z ]+:/.test(line));
  if (count <= 0) return { heads: [], text: file };
  return { heads: lines.slice(0, count), text: lines.map((line, at) => (at < count ? '' : line)).join('\n') };
}

const lineOf = (entry: Entry): number => (entry.ok ? entry.question : entry.refusal).place.line;

/** The rows of a file; if it has a fault, of each line that has none. */
function rowsOf(file: string): { rows: CsvRow[]; refusals: Entry[] } {
  const whole = tryCsv(file);
  if (whole instanceof CsvError) return rowsByLine(file);
  return { rows: whole, refusals: [] };
}

function tryCsv(text: string): CsvRow[] | CsvError {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/** Line by line, each below a short line with the separator of the first one. Quotes in a list with tabs are plain text. */
function rowsByLine(file: string): { rows: CsvRow[]; refusals: Entry[] } {
  const lines = file.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const head = `a${separatorOf(first)}a`;
  const rows: CsvRow[] = [];
  const refusals: Entry[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = tryCsv(`${head}\n${line}`);
    const cells = read instanceof CsvError ? undefined : read.at(-1)?.cells;
    if (cells) rows.push({ line: at + 1, cells });
    else if (first.includes('\t')) rows.push({ line: at + 1, cells: line.split('\t') });
    else {
      const reason =
        read instanceof CsvError ? read.message.replace(/^line \d+: /, '') : 'the row cannot be read.';
      const place = { line: at + 1, column: 1 };
      refusals.push(
        refused({ place, source: line, title: '', kind: 'row', reason: `In this row ${reason}` }),
      );
    }
  }
  return { rows, refusals };
}
