import { createReadStream, statSync } from 'node:fs';
import { CsvError, type CsvRow, csvReader } from '#lib/csv/read-csv.ts';
import { strictUtf8 } from '#lib/text/utf8.ts';
import { UsageError } from './verb.ts';

/** Calls `onRow` for each record while the file is read, so that a large file need not fit into memory. Errors name the file. */
export async function eachRow(file: string, onRow: (row: CsvRow) => void): Promise<void> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file "${file}".`);
  if (found.isDirectory()) throw new UsageError(`"${file}" is a folder. Name a CSV file in it.`);
  await withFileName(file, async () => {
    const reader = csvReader();
    const decode = utf8(file);
    for await (const chunk of createReadStream(file)) {
      for (const row of reader.push(decode(chunk))) onRow(row);
    }
    for (const row of reader.push(decode())) onRow(row);
    for (const row of reader.end()) onRow(row);
  });
}

/** Decodes UTF-8 chunk by chunk and refuses other encodings: replacement characters could make two names equal. */
function utf8(file: string): (chunk?: Uint8Array) => string {
  const decoder = strictUtf8();
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new Error(`${file} is not UTF-8 text. Save it as "CSV UTF-8".`, { cause });
    }
  };
}

export async function readRows(file: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  await eachRow(file, (row) => rows.push(row));
  return rows;
}

/** Runs `read` and puts the file's name in front of the message of a `CsvError`. */
export async function withFileName<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}, ${error.message}`, { cause: error });
    throw error;
  }
}
