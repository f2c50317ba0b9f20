/** Well below the parameters that either engine takes in one statement. */
const most = 500;

/** The rows in parts that one statement can take each. */
export function rowsPerInsert<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += most) parts.push(rows.slice(at, at + most));
  return parts;
}
