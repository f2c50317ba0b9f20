import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inFile, rowsOf } from '#lib/cli/command/csv-file.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { type Matrix, numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError, type CsvRow, readCsv } from '#lib/csv/read-csv.ts';
import type { MarkTable } from '#lib/statistics/item-statistics.ts';
import { type Choices, type ItemReport, type TestReport, testReport } from '#lib/statistics/test-report.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { max: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file: item-stats FILE.csv');
  if (values.max !== undefined && values.key !== undefined) {
    throw new UsageError('Give --max for marks or --key for chosen options, not both.');
  }
  const rows = await rowsOf(file);
  const matrix = await inFile(file, () => readMatrix(rows));
  const report =
    values.key === undefined
      ? testReport(await marksOf(file, matrix, values.max))
      : keyed(matrix, await perItem(values.key, matrix));
  console.log(values.json ? JSON.stringify(report) : told(report));
  return 0;
}

/** Marks as they stand; an empty cell is an answer not given and earns 0. */
async function marksOf(file: string, matrix: Matrix, maxFile: string | undefined): Promise<MarkTable> {
  const marks = await inFile(file, () => numbersOf(matrix, { empty: 0, hint: 'Chosen options need --key.' }));
  if (maxFile !== undefined) {
    const max = (await perItem(maxFile, matrix)).map((text, at) => {
      const number = Number(text);
      if (text !== '' && Number.isFinite(number) && number >= 0) return number;
      throw new Error(`${maxFile}: "${text}" for "${matrix.items[at]}" is no greatest mark.`);
    });
    return { items: matrix.items, max, marks };
  }
  const greatest = matrix.items.map((_, at) => Math.max(...marks.map((row) => row[at] ?? 0)));
  if (greatest.every((mark) => mark <= 1)) return { items: matrix.items, max: greatest.map(() => 1), marks };
  console.error(
    'Some marks are above 1, so the greatest mark seen stands for each item. --max FILE says better.',
  );
  return { items: matrix.items, max: greatest, marks };
}

function keyed({ items, rows }: Matrix, key: readonly string[]): TestReport {
  const choices: Choices = { chosen: rows.map(({ cells }) => cells.map((cell) => cell.trim())), key };
  const marks = choices.chosen.map((row) => row.map((option, at) => (option === key[at] ? 1 : 0)));
  return testReport({ items, max: items.map(() => 1), marks }, choices);
}

/**
 * A value for each item. From a file: rows of item and value, or a row of headings and one of values, or values alone.
 * Without such a file the text itself: values with commas between, or one character for each item.
 */
async function perItem(given: string, { items }: Matrix): Promise<string[]> {
  if (existsSync(given)) {
    const rows = await rowsOf(given);
    return inFile(given, () => valuesIn(rows, items));
  }
  const values = given.includes(',') ? (readCsv(given)[0]?.cells ?? []) : [...given];
  if (values.length === items.length) return values.map((value) => value.trim());
  throw new UsageError(
    `"${given}" is no file, and as a list it has ${values.length} values for ${items.length} items.`,
  );
}

function valuesIn(rows: readonly CsvRow[], items: readonly string[]): string[] {
  const [first, second] = rows;
  if (!first) throw new CsvError(1, 'the file is empty.');
  const isList = rows.every(({ cells }) => cells.length === 2) && rows.length >= items.length;
  if (isList) {
    const values = new Map(rows.map(({ cells }) => [(cells[0] ?? '').trim(), (cells[1] ?? '').trim()]));
    const missing = items.find((item) => !values.has(item));
    if (missing !== undefined) throw new CsvError(rows.at(-1)?.line ?? 1, `no row is about "${missing}".`);
    return items.map((item) => values.get(item) ?? '');
  }
  if (second && rows.length === 2) {
    const names = first.cells.map((cell) => cell.trim());
    const missing = items.find((item) => !names.includes(item));
    if (missing !== undefined) throw new CsvError(first.line, `no column is about "${missing}".`);
    return items.map((item) => (second.cells[names.indexOf(item)] ?? '').trim());
  }
  if (rows.length === 1 && first.cells.length === items.length) return first.cells.map((cell) => cell.trim());
  throw new CsvError(first.line, 'write rows of item and value, or a row of items and one of values.');
}

function told({ test, items }: TestReport): string {
  const width = Math.max(4, ...items.map(({ item }) => item.length));
  const number = (value: number | null) => (value === null ? '-' : value.toFixed(2)).padStart(8);
  const line = (one: ItemReport) =>
    [
      `  ${one.item.padEnd(width)}${String(one.n).padStart(7)}`,
      ...[
        one.facility,
        one.sd,
        one.discriminationIndex,
        one.discriminativeEfficiency,
        one.effectiveWeight,
      ].map(number),
      one.suspectedKey ? `  is ${one.suspectedKey} the key?` : '',
    ].join('');
  return [
    `${test.n} students, ${test.items} items: mean ${number(test.mean).trim()} of ${test.max}, sd ${number(test.sd).trim()}`,
    `alpha ${number(test.alpha).trim()}, standard error ${number(test.se).trim()} marks; ${test.itemsForSe05 ?? '-'} items like these for one of 5 %`,
    `  ${'item'.padEnd(width)}      n  facility    sd   index  effic.  weight`,
    ...items.map(line),
  ].join('\n');
}
