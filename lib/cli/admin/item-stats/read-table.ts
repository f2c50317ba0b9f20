import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { isMissing, type Matrix, numberIn, numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError } from '#lib/csv/read-csv.ts';
import type { Choices } from '#lib/statistics/distractors.ts';
import type { MarkTable } from '#lib/statistics/item-statistics.ts';
import { valuePerItem } from './value-per-item.ts';

/** What an empty cell means: a question that was asked and earned nothing, or one that was not asked. */
export type MissingPolicy = 'zero' | 'skip';

/** A table, and what was made of the file where that is not plain. */
export interface TableWithNotes<T> {
  readonly table: T;
  readonly notes: readonly string[];
}

/** Marks as they stand. Without greatest marks 1 stands for each item, or the greatest seen where some are above. */
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
      throw new Error(`${maxFile}: "${text}" for "${items[at]}" is no greatest mark.`);
    });
    await withFileName(file, () => checkMarks(matrix, marks, max));
    return { table: { items, max, marks }, notes: sumNote(items, marks) };
  }
  if (seen.every((mark) => mark <= 1)) return { table: { items, max: items.map(() => 1), marks }, notes: [] };
  return {
    table: { items, max: seen, marks },
    notes: [
      ...sumNote(items, marks),
      'Some marks are above 1, so the greatest mark seen stands for each item. --max FILE.csv says better.',
    ],
  };
}

/** Options as they stand. A key that nobody chose is told, since it is often written in another way. */
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
  const unchosen = items.filter((_, at) => chosen.every((row) => row[at] !== right[at]));
  return {
    table: { items, chosen, key: right },
    notes:
      unchosen.length > 0
        ? [`Nobody chose the key of ${listed(unchosen)}. Is it written as in the file, in capitals or not?`]
        : [],
  };
}

/** Seconds, for the same students and items in the same order. */
export async function readSeconds(file: string, matrix: Matrix): Promise<(number | null)[][]> {
  const rows = await readRows(file);
  return withFileName(file, () => {
    const times = readMatrix(rows);
    if (times.rows.length !== matrix.rows.length) {
      throw new CsvError(
        times.rows.at(-1)?.line ?? 1,
        `${times.rows.length} students, but the marks are of ${matrix.rows.length}. Give the same rows in the same order.`,
      );
    }
    const place = matrix.items.map((item) => times.items.indexOf(item));
    const without = matrix.items.find((_, at) => place[at] === -1);
    if (without !== undefined)
      throw new CsvError(rows[0]?.line ?? 1, `no column is about "${without}". Add one.`);
    return numbersOf(times).map((row) => place.map((at) => row[at] ?? null));
  });
}

export function missingNote({ rows }: Matrix, missing: MissingPolicy): string[] {
  const empty = rows.reduce((sum, { cells }) => sum + cells.filter(isMissing).length, 0);
  if (empty === 0) return [];
  return missing === 'zero'
    ? [`${empty} cells hold no answer and earn 0, as in Moodle. With --missing skip they count as not asked.`]
    : [
        `${empty} cells hold no answer and count as not asked: figures of the test are of the students who were asked everything.`,
      ];
}

/** A column of totals among the items would spoil every figure, so it is told. */
function sumNote(items: readonly string[], marks: readonly (readonly (number | null)[])[]): string[] {
  if (marks.length < 3 || items.length < 3) return [];
  const totals = marks.map((row) => row.reduce<number>((sum, mark) => sum + (mark ?? 0), 0));
  const isSum = (at: number) =>
    totals.some((total) => total > 0) &&
    marks.every((row, student) => Math.abs(2 * (row[at] ?? 0) - (totals[student] ?? 0)) < 1e-9);
  return items
    .filter((_, at) => isSum(at))
    .map(
      (item) => `The column "${item}" is the sum of the others in every row. If it is no item, leave it out.`,
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
      `${row[at]} in column "${items[at]}" is above its greatest mark, ${max[at]}. Mend one of the two.`,
    );
  });
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > 5 ? `${first.join(', ')} and ${names.length - 5} more` : first.join(', ');
}
