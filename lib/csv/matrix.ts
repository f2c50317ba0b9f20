import { CsvError, type CsvRow } from './read-csv.ts';

/** A table of scores: students in rows, items in columns, cells as written in the file. */
export interface Matrix {
  readonly items: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The student of each row; null if the file does not name them. */
  readonly students: readonly string[] | null;
  /** Sentences for the user about how an ambiguous file was read. */
  readonly notes: readonly string[];
}

const studentHeading =
  /^(?:student|user|person|learner|examinee|respondent|candidate|pupil|participant|subject|attempt|row|name|e-?mail|id)?s?(?:[ _.-]?(?:id|name|no|nr|number|code|address))?$/i;
/** Cells without an answer, as written by spreadsheets, R, pandas, Moodle and SPSS. */
const missing = /^(?:|na|n\/a|nan|null|-|\.)$/i;

export function isMissing(cell: string): boolean {
  return missing.test(cell.trim());
}

/** The score in a cell, with a decimal point or comma; undefined for anything else. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim();
  const isNumber = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text);
  const number = isNumber ? Number(text.replace(',', '.')) : undefined;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * The first row names the items, unless it looks like answers; items are then called 1, 2, 3 … The first column is left
 * out if its heading is empty or names students, or if its cells look like names.
 */
export function readMatrix(rows: readonly CsvRow[]): Matrix {
  const [head, ...body] = rows;
  if (!head) throw new CsvError(1, 'the file is empty.');
  checkWidths(rows, head);
  const skip = namesStudents(head, body) ? 1 : 0;
  const cells = head.cells.slice(skip).map((cell) => cell.trim());
  const isHeadless = isAnswerRow(cells, body, skip);
  const items = isHeadless ? cells.map((_, at) => String(at + 1)) : cells;
  const found = isHeadless ? rows : body;
  checkNames(items, head.line);
  if (found.length === 0) throw new CsvError(head.line, 'no student follows the headings.');
  const students = skip === 1 ? found.map((row) => (row.cells[0] ?? '').trim()) : null;
  return {
    items,
    rows: found.map((row) => ({ line: row.line, cells: row.cells.slice(skip) })),
    students,
    notes: [
      ...(isHeadless ? ['The first row looks like answers, so items are called 1, 2, 3 and so on.'] : []),
      ...(skip === 1 && !studentHeading.test((head.cells[0] ?? '').trim())
        ? ['The first column names students, since all its values differ, and is not an item.']
        : []),
      ...repeatedStudentNotes(students, found),
    ],
  };
}

/** The scores, null for a missing example. Throws CsvError on a cell that is not a number, with `hint` in its message. */
export function numbersOf({ items, rows }: Matrix, hint = ''): (number | null)[][] {
  return rows.map(({ line, cells }) =>
    cells.map((cell, at) => {
      if (isMissing(cell)) return null;
      const number = numberIn(cell);
      if (number !== undefined) return number;
      throw new CsvError(
        line,
        `"${cell}" in column "${items[at] ?? at + 1}" is not a number. ${hint} Leave out columns that are not items.`.replace(
          '  ',
          ' ',
        ),
      );
    }),
  );
}

function checkWidths(rows: readonly CsvRow[], head: CsvRow): void {
  for (const { line, cells } of rows) {
    if (cells.length === head.cells.length) continue;
    throw new CsvError(
      line,
      `${cells.length} cells, but the first row has ${head.cells.length}. Give each row as many; a cell with a comma in it needs quotes, example without an answer stays empty.`,
    );
  }
}

/** Whether the first column names students: by its heading, or since it holds a different text or whole number in so many rows that scores would repeat. */
function namesStudents(head: CsvRow, body: readonly CsvRow[]): boolean {
  if (head.cells.length < 2) return false;
  const heading = (head.cells[0] ?? '').trim();
  if (numberIn(heading) === undefined && studentHeading.test(heading)) return true;
  const cells = body.map((row) => (row.cells[0] ?? '').trim());
  if (new Set(cells).size < cells.length || cells.includes('')) return false;
  const numbers = cells.map(numberIn);
  const areWhole = numbers.every((number) => number !== undefined && Number.isInteger(number));
  const areWords = numbers.every((number) => number === undefined) && cells.every((cell) => cell.length > 1);
  return areWhole ? cells.length >= 12 : areWords && cells.length >= 5;
}

/** Whether a row holds answers. Headings are not all scores, unless they count up, and do not all occur among the answers below. */
function isAnswerRow(cells: readonly string[], body: readonly CsvRow[], skip: number): boolean {
  const numbers = cells.map((cell) => (isMissing(cell) ? null : numberIn(cell)));
  const areScores = numbers.every((number) => number !== undefined);
  const countUp = numbers.every((number, at) => at === 0 || (number ?? 0) > (numbers[at - 1] ?? 0));
  if (areScores) return !countUp || numbers.every((number) => number === 0 || number === 1);
  return (
    body.length > 1 &&
    cells.every((cell, at) => isMissing(cell) || body.some((row) => row.cells[at + skip]?.trim() === cell))
  );
}

function checkNames(items: readonly string[], line: number): void {
  const empty = items.indexOf('');
  if (empty !== -1) {
    throw new CsvError(line, `item ${empty + 1} has no heading. Name it, or leave the column out.`);
  }
  const twice = items.find((item, at) => items.indexOf(item) !== at);
  if (twice === undefined) return;
  throw new CsvError(line, `the column "${twice}" appears twice. Give each item its own name.`);
}

function repeatedStudentNotes(students: readonly string[] | null, rows: readonly CsvRow[]): string[] {
  if (!students) return [];
  const firstRows = new Map<string, number>();
  const repeats = students.flatMap((student, at) => {
    const first = firstRows.get(student);
    if (student === '') return [];
    if (first === undefined) firstRows.set(student, at);
    return first === undefined ? [] : [{ student, first, at }];
  });
  const [example] = repeats;
  if (!example) return [];
  const [earlier, later] = [rows[example.first]?.line, rows[example.at]?.line];
  return [
    `${repeats.length === 1 ? 'A student appears' : `${repeats.length} rows are of students who appear`} more than once (first "${example.student}", lines ${earlier} and ${later}); each row counts as a student. Keep only first attempts if that is not intended.`,
  ];
}
