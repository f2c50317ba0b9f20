/** Keeps a statement below the limit of parameters on either engine. */
const rowsPerInsert = 500;

/** Splits rows into batches, each small enough for one INSERT. */
export function insertBatches<T>(rows: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    batches.push(rows.slice(start, start + rowsPerInsert));
  return batches;
}
