import { isDeepStrictEqual } from 'node:util';

export interface RowDifference<T> {
  readonly subject: string;
  readonly stored: T | null;
  readonly counted: T | null;
}

/** Rows that only one side has, or that differ; `idOf` names the row on both sides. */
export function differingRows<T>(
  stored: readonly T[],
  counted: readonly T[],
  idOf: (row: T) => string,
): RowDifference<T>[] {
  const storedById = new Map(stored.map((row) => [idOf(row), row]));
  const countedById = new Map(counted.map((row) => [idOf(row), row]));
  return [...new Set([...storedById.keys(), ...countedById.keys()])].flatMap((subject) => {
    const pair = {
      subject,
      stored: storedById.get(subject) ?? null,
      counted: countedById.get(subject) ?? null,
    };
    return isDeepStrictEqual(pair.stored, pair.counted) ? [] : [pair];
  });
}
