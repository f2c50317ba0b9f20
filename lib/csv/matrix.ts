import { CsvError, type CsvRow } from './read-csv.ts';

/** Students in rows, items in columns, cells as they stand in the file. */
export interface Matrix {
  readonly items: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The student of each row; null when the file does not say. */
  readonly students: readonly string[] | null;
  /** What was made of the file where that is not plain: sentences for whoever gave it. */
  readonly notes: readonly string[];
}

const studentHeading =
  /^(?:student|user|person|learner|examinee|respondent|candidate|pupil|participant|subject|attempt|row|name|e-?mail|id)?s?(?:[ _.-]?(?:id|name|no|nr|number|code|address))?$/i;
/** How a cell that holds no answer is written: empty, by R, by pandas, by Moodle, by SPSS. */
const missing = /^(?:|na|n\/a|nan|null|-|\.)$/i;

export function isMissing(cell: string): boolean {
  return missing.test(cell.trim());
}

/** A mark as it is written, with a decimal point or comma; undefined for anything else. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim();
  const isNumber = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text);
  const number = isNumber ? Number(text.replace(',', '.')) : undefined;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * The first row names the items, unless it looks like answers; items are then called 1, 2, 3 … A first column is left
 * out when its heading is empty or says that it names students, or when its cells do.
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
        ? ['The first column names students, since each value is another, and is no item.']
        : []),
      ...repeatedStudentNotes(students, found),
    ],
  };
}

/** Numbers of the cells, null for a missing one. `hint` is said with every fault. */
export function numbersOf({ items, rows }: Matrix, hint = ''): (number | null)[][] {
  return rows.map(({ line, cells }) =>
    cells.map((cell, at) => {
      if (isMissing(cell)) return null;
      const number = numberIn(cell);
      if (number !== undefined) return number;
      throw new CsvError(
        line,
        `"${cell}" in column "${items[at] ?? at + 1}" is no number. ${hint} Leave out columns that are no items.`.replace(
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
      `${cells.length} cells, but the first row has ${head.cells.length}. Give each row as many; a cell with a comma in it needs quotes, one without an answer stays empty.`,
    );
  }
}

/** Some text that is new in each row, or a whole number that is, over enough rows that marks would repeat. */
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

/** Headings are not all marks (but may count up), and do not all occur among the answers below them. */
function isAnswerRow(cells: readonly string[], body: readonly CsvRow[], skip: number): boolean {
  const numbers = cells.map((cell) => (isMissing(cell) ? null : numberIn(cell)));
  const areMarks = numbers.every((number) => number !== undefined);
  const countUp = numbers.every((number, at) => at === 0 || (number ?? 0) > (numbers[at - 1] ?? 0));
  if (areMarks) return !countUp || numbers.every((number) => number === 0 || number === 1);
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
  throw new CsvError(line, `the column "${twice}" stands there twice. Give each item a name of its own.`);
}

function repeatedStudentNotes(students: readonly string[] | null, rows: readonly CsvRow[]): string[] {
  if (!students) return [];
  const first = new Map<string, number>();
  const again = students.flatMap((student, at) => {
    const before = first.get(student);
    if (student === '') return [];
    if (before === undefined) first.set(student, at);
    return before === undefined ? [] : [{ student, before, at }];
  });
  const [one] = again;
  if (!one) return [];
  const [earlier, later] = [rows[one.before]?.line, rows[one.at]?.line];
  return [
    `${again.length === 1 ? 'A student stands' : `${again.length} rows are of students who stand`} there more than once (first "${one.student}", lines ${earlier} and ${later}); each row counts as a student. Keep first attempts only, if that is not meant.`,
  ];
}
