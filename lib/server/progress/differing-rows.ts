import { isDeepStrictEqual } from 'node:util';

export interface UnequalPair<T> {
  readonly of: string;
  readonly stored: T | null;
  readonly counted: T | null;
}

/** Rows that only one side has, or that differ. */
export function differingRows<T>(
  stored: readonly T[],
  counted: readonly T[],
  key: (row: T) => string,
): UnequalPair<T>[] {
  const before = new Map(stored.map((row) => [key(row), row]));
  const after = new Map(counted.map((row) => [key(row), row]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((of) => {
    const pair = { of, stored: before.get(of) ?? null, counted: after.get(of) ?? null };
    return isDeepStrictEqual(pair.stored, pair.counted) ? [] : [pair];
  });
}
