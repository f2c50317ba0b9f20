import { createReadStream, statSync } from 'node:fs';
import { CsvError, type CsvRow, csvReader } from '#lib/csv/read-csv.ts';
import { strictUtf8 } from '#lib/text/utf8.ts';
import { UsageError } from './verb.ts';

/** Hands the records of a file on as they are read, so that a large one need not fit into memory. Faults name the file. */
export async function eachRow(file: string, take: (row: CsvRow) => void): Promise<void> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file "${file}".`);
  if (found.isDirectory()) throw new UsageError(`"${file}" is a folder. Name a CSV file in it.`);
  await withFileName(file, async () => {
    const reader = csvReader();
    const decode = utf8(file);
    for await (const chunk of createReadStream(file)) {
      for (const row of reader.push(decode(chunk))) take(row);
    }
    for (const row of reader.push(decode())) take(row);
    for (const row of reader.end()) take(row);
  });
}

/** Decodes piece by piece and refuses other encodings: with a sign in place of each foreign letter, two names could be one. */
function utf8(file: string): (chunk?: Uint8Array) => string {
  const decoder = strictUtf8();
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new Error(`${file} is no UTF-8 text. Save it as "CSV UTF-8".`, { cause });
    }
  };
}

export async function readRows(file: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  await eachRow(file, (row) => rows.push(row));
  return rows;
}

/** Puts the file's name before what is wrong with one of its lines. */
export async function withFileName<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}, ${error.message}`, { cause: error });
    throw error;
  }
}
