import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { isMissing, type Matrix, numberIn, numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError } from '#lib/csv/read-csv.ts';
import type { Choices } from '#lib/statistics/distractors.ts';
import type { MarkTable } from '#lib/statistics/item-statistics.ts';
import { valuePerItem } from './value-per-item.ts';

/** The meaning of an empty cell: the question earned nothing ('zero') or was not asked ('skip'). */
export type MissingPolicy = 'zero' | 'skip';

/** A table, with notes on how ambiguous parts of the file were read. */
export interface TableWithNotes<T> {
  readonly table: T;
  readonly notes: readonly string[];
}

/** Reads marks. Without a file of maximum marks, the maximum is 1, or the greatest mark found if any is above 1. */
export async function readMarks(
  file: string,
  matrix: Matrix,
  maxFile: string | undefined,
  missing: MissingPolicy,
): Promise<TableWithNotes<MarkTable>> {
  const { items } = matrix;
  const marks = await withFileName(file, () =>
    numbersOf(matrix, 'Chosen options need --key.').map((row) =>
      row.map((mark) => (mark === null && missing === 'zero' ? 0 : mark)),
    ),
  );
  const seen = items.map((_, at) => marks.reduce((most, row) => Math.max(most, row[at] ?? 0), 0));
  if (maxFile !== undefined) {
    const max = (await valuePerItem(maxFile, items)).map((text, at) => {
      const number = numberIn(text);
      if (number !== undefined && number >= 0) return number;
      throw new Error(`${maxFile}: "${text}" is not a valid maximum mark for "${items[at]}".`);
    });
    await withFileName(file, () => checkMarks(matrix, marks, max));
    return { table: { items, max, marks }, notes: sumNote(items, marks) };
  }
  if (seen.every((mark) => mark <= 1)) return { table: { items, max: items.map(() => 1), marks }, notes: [] };
  return {
    table: { items, max: seen, marks },
    notes: [
      ...sumNote(items, marks),
      'Some marks are above 1, so the greatest mark found for each item is taken as its maximum. Give the real ones with --max FILE.csv.',
    ],
  };
}

/** Reads chosen options. A key that nobody chose gets a note, since it is often spelled differently. */
export async function readChoices(
  matrix: Matrix,
  key: string,
  missing: MissingPolicy,
): Promise<TableWithNotes<Choices>> {
  const { items, rows } = matrix;
  const right = await valuePerItem(key, items);
  const chosen = rows.map(({ cells }) =>
    cells.map((cell, at) => {
      const option = cell.trim();
      if (option === right[at] || !isMissing(option)) return option;
      return missing === 'skip' ? null : '';
    }),
  );
  const itemsWithUnchosenKey = items.filter((_, at) => chosen.every((row) => row[at] !== right[at]));
  return {
    table: { items, chosen, key: right },
    notes:
      itemsWithUnchosenKey.length > 0
        ? [
            `Nobody chose the key of ${listed(itemsWithUnchosenKey)}. Is it spelled as in the file, including capitals?`,
          ]
        : [],
  };
}

/** Reads the seconds per answer, for the same students in the same order; null where a cell is empty. */
export async function readSeconds(file: string, matrix: Matrix): Promise<(number | null)[][]> {
  const rows = await readRows(file);
  return withFileName(file, () => {
    const times = readMatrix(rows);
    if (times.rows.length !== matrix.rows.length) {
      throw new CsvError(
        times.rows.at(-1)?.line ?? 1,
        `there are times of ${times.rows.length} students, but marks of ${matrix.rows.length}. Give the same rows in the same order.`,
      );
    }
    const columns = matrix.items.map((item) => times.items.indexOf(item));
    const missing = matrix.items.find((_, index) => columns[index] === -1);
    if (missing !== undefined)
      throw new CsvError(rows[0]?.line ?? 1, `there is no column "${missing}". Add one.`);
    return numbersOf(times).map((row) => columns.map((column) => row[column] ?? null));
  });
}

export function missingNote({ rows }: Matrix, missing: MissingPolicy): string[] {
  const empty = rows.reduce((sum, { cells }) => sum + cells.filter(isMissing).length, 0);
  if (empty === 0) return [];
  return missing === 'zero'
    ? [
        `${empty} cells hold no answer and earn 0, as in Moodle. With --missing skip they count as questions not asked.`,
      ]
    : [
        `${empty} cells hold no answer and count as questions not asked. Figures of the whole test cover only students who were asked every question.`,
      ];
}

/** A note on each column that is the sum of the others: totals among the items would distort every figure. */
function sumNote(items: readonly string[], marks: readonly (readonly (number | null)[])[]): string[] {
  if (marks.length < 3 || items.length < 3) return [];
  const totals = marks.map((row) => row.reduce<number>((sum, mark) => sum + (mark ?? 0), 0));
  const isSum = (at: number) =>
    totals.some((total) => total > 0) &&
    marks.every((row, student) => Math.abs(2 * (row[at] ?? 0) - (totals[student] ?? 0)) < 1e-9);
  return items
    .filter((_, at) => isSum(at))
    .map(
      (item) =>
        `The column "${item}" is the sum of the others in every row. If it is not an item, remove it.`,
    );
}

function checkMarks(
  { items, rows }: Matrix,
  marks: readonly (readonly (number | null)[])[],
  max: readonly number[],
): void {
  marks.forEach((row, student) => {
    const at = row.findIndex((mark, item) => mark !== null && mark > (max[item] ?? 0) + 1e-9);
    if (at === -1) return;
    throw new CsvError(
      rows[student]?.line ?? 1,
      `${row[at]} in column "${items[at]}" is above the maximum mark, ${max[at]}. Correct one of the two.`,
    );
  });
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > 5 ? `${first.join(', ')} and ${names.length - 5} more` : first.join(', ');
}
