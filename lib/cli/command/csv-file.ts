import { createReadStream, existsSync } from 'node:fs';
import { CsvError, type CsvRow, csvReader } from '#lib/csv/read-csv.ts';
import { UsageError } from './verb.ts';

/** Hands the records of a file on as they are read, so that a large one need not fit into memory. Faults name the file. */
export async function eachRow(file: string, take: (row: CsvRow) => void): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  await inFile(file, async () => {
    const reader = csvReader();
    for await (const chunk of createReadStream(file, 'utf8')) {
      for (const row of reader.push(String(chunk))) take(row);
    }
    for (const row of reader.end()) take(row);
  });
}

export async function rowsOf(file: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  await eachRow(file, (row) => rows.push(row));
  return rows;
}

/** Puts the file's name before what is wrong with one of its lines. */
export async function inFile<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}, ${error.message}`, { cause: error });
    throw error;
  }
}
