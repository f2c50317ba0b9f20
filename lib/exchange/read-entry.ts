import { accepted, type Entry, type Place, type Question, refused } from './question.ts';
import { Unreadable } from './unreadable.ts';

export interface EntrySource {
  readonly place: Place;
  readonly source: string;
  readonly title: string;
  /** The kind as the format names it. */
  readonly kind: string;
}

/** Reads one question; what `read` throws as Unreadable refuses this question and no other. */
export function readEntry(
  from: EntrySource,
  read: () => Omit<Question, 'place' | 'source' | 'title'>,
): Entry {
  const { place, source, title, kind } = from;
  try {
    return accepted({ ...read(), place, source, title });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { line, column } = error.offset ?? { line: 0, column: 0 };
    const at = { line: place.line + line, column: line === 0 ? place.column + column : column + 1 };
    return refused({ place: at, source, title, kind, reason: error.message });
  }
}
