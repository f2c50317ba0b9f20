import { CsvError, type CsvRow } from './read-csv.ts';

/** Students in rows, items in columns, cells as they stand in the file. */
export interface Matrix {
  readonly items: readonly string[];
  readonly rows: readonly CsvRow[];
}

const names =
  /^(?:student|user|person|learner|examinee|respondent|candidate|name|id)?(?:[ _-]?(?:id|name|no))?$/i;

/**
 * The first row names the items. A first column is left out when its heading is empty or says that it names students.
 * A first row of nothing but 0 and 1 that cannot be headings, since some are alike, is taken for answers; items are then
 * called 1, 2, 3 …
 */
export function readMatrix(rows: readonly CsvRow[]): Matrix {
  const [head, ...body] = rows;
  if (!head) throw new CsvError(1, 'the file is empty.');
  const isHeadless =
    head.cells.every((cell) => /^\s*[01]\s*$/.test(cell)) && new Set(head.cells).size < head.cells.length;
  const isNamed = !isHeadless && head.cells.length > 1 && names.test((head.cells[0] ?? '').trim());
  const skip = isNamed ? 1 : 0;
  const items = isHeadless
    ? head.cells.map((_, at) => String(at + 1))
    : head.cells.slice(skip).map((cell) => cell.trim());
  const twice = items.find((item, at) => items.indexOf(item) !== at);
  if (twice !== undefined) throw new CsvError(head.line, `the column "${twice}" stands there twice.`);
  const found = isHeadless ? rows : body;
  if (found.length === 0) throw new CsvError(head.line, 'no student follows the headings.');
  for (const { line, cells } of found) {
    if (cells.length !== head.cells.length) {
      throw new CsvError(line, `${cells.length} cells, but the first row has ${head.cells.length}.`);
    }
  }
  return { items, rows: found.map(({ line, cells }) => ({ line, cells: cells.slice(skip) })) };
}

/** Numbers of the cells; an empty one is `empty`, and without that a fault. `hint` is said with every fault. */
export function numbersOf(
  { items, rows }: Matrix,
  { empty, hint = '' }: { readonly empty?: number; readonly hint?: string } = {},
): number[][] {
  return rows.map(({ line, cells }) =>
    cells.map((cell, at) => {
      const text = cell.trim();
      if (text === '' && empty !== undefined) return empty;
      const number = Number(text);
      if (text === '' || !Number.isFinite(number)) {
        throw new CsvError(line, `"${cell}" in column "${items[at] ?? at + 1}" is no number. ${hint}`.trim());
      }
      return number;
    }),
  );
}
