import { createHash } from 'node:crypto';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import { compilerVersion } from './compiler-version.ts';
import { type EntryStore, entryStore } from './entry-store.ts';

/** A result that may be used again. */
export interface Kept<T> {
  readonly result: T;
  /** False for one that the same input need not give again, such as a program that was stopped on a busy machine. */
  readonly isFinal: boolean;
}

/**
 * Results of costly functions, kept as JSON beside compiled lessons. They are found by what they were made from and by the
 * version of our code, so the functions need not know of it.
 */
export interface KeptResults {
  /** `kind` names the function. What `madeFrom` does not name, the result must not depend on. */
  get<T>(kind: string, madeFrom: readonly string[], make: () => T): T;
  getLater<T>(kind: string, madeFrom: readonly string[], make: () => Promise<Kept<T>>): Promise<T>;
  /** Whether there is a result, without reading it. */
  has(kind: string, madeFrom: readonly string[]): boolean;
  /** Keeps a result that was made elsewhere; for this process only if it is not final. */
  put<T>(kind: string, madeFrom: readonly string[], made: Kept<T>): void;
  /** Resolves when everything is written. */
  written(): Promise<void>;
}

export function keptResults(
  store: EntryStore = entryStore(),
  version: () => string = compilerVersion,
): KeptResults {
  const writing = new Set<Promise<void>>();
  /** For checks that are repeated in one process. */
  const known = new Map<string, string>();
  const nameOf = (kind: string, madeFrom: readonly string[]) =>
    createHash('sha256')
      .update(JSON.stringify([version(), kind, madeFrom]))
      .digest('hex')
      .slice(0, 32);
  const keep = (name: string, result: unknown) => {
    const text = JSON.stringify(result, writeMap);
    known.set(name, text);
    const written = store.write(name, text).finally(() => writing.delete(written));
    writing.add(written);
  };
  const readAgain = (name: string, text: string) => {
    known.set(name, text);
    // Looking at every value takes many times as long as reading the text.
    return text.includes(mapMark.slice(1)) ? JSON.parse(text, readMap) : JSON.parse(text);
  };
  return {
    get(kind, madeFrom, make) {
      const name = nameOf(kind, madeFrom);
      const stored = known.get(name) ?? store.readNow(name);
      if (stored !== undefined) return readAgain(name, stored);
      const result = make();
      keep(name, result);
      return result;
    },
    async getLater(kind, madeFrom, make) {
      const name = nameOf(kind, madeFrom);
      const stored = known.get(name) ?? (await store.read(name));
      if (stored !== undefined) return readAgain(name, stored);
      const { result, isFinal } = await make();
      if (isFinal) keep(name, result);
      return result;
    },
    has(kind, madeFrom) {
      const name = nameOf(kind, madeFrom);
      return known.has(name) || store.holds(name);
    },
    put(kind, madeFrom, { result, isFinal }) {
      const name = nameOf(kind, madeFrom);
      if (isFinal) keep(name, result);
      else known.set(name, JSON.stringify(result, writeMap));
    },
    async written() {
      await Promise.all(writing);
    },
  };
}

const mapMark = '\u0000map';

/** JSON has no maps, and results have. */
const writeMap = (_name: string, value: unknown): unknown =>
  value instanceof Map ? { [mapMark]: [...value] } : value;

const readMap = (_name: string, value: unknown): unknown => {
  const entries = typeof value === 'object' && value !== null ? Reflect.get(value, mapMark) : undefined;
  return Array.isArray(entries) ? new Map(entries) : value;
};

/** The kept results of this process. */
export const processResults = (): KeptResults => oncePerProcess('kept-results', () => keptResults());

/** For callers without a cache: everything is made each time. */
export const nothingKept: KeptResults = {
  get: (_kind, _madeFrom, make) => make(),
  getLater: async (_kind, _madeFrom, make) => (await make()).result,
  has: () => false,
  put: () => undefined,
  written: async () => undefined,
};
