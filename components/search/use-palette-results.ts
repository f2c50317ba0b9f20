import { useEffect, useState } from 'react';
import type { SearchResults } from '#lib/lesson/search-results.ts';
import { maxQueryLength, searchWords } from '#lib/text/search-words.ts';

export interface PaletteResults {
  /** The query that the results are of. */
  readonly query: string;
  readonly results: SearchResults | null;
  /** The server did not answer. */
  readonly hasFailed: boolean;
}

/** How long a pause in typing is before the server is asked. */
const pauseMs = 120;

const nothing: PaletteResults = { query: '', results: null, hasFailed: false };

/** The results of what is typed, asked for after a short pause; those of an older query until they are there. */
export function usePaletteResults(query: string): PaletteResults {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (searchWords(query).length === 0) {
      setFound({ ...nothing, query });
      return undefined;
    }
    const ended = new AbortController();
    const timer = setTimeout(() => {
      void ask(query, ended.signal).then((answer) => {
        if (!ended.signal.aborted) setFound(answer);
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [query]);
  return found;
}

async function ask(query: string, signal: AbortSignal): Promise<PaletteResults> {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(query.slice(0, maxQueryLength))}`, {
      signal,
    });
    if (!response.ok) return { query, results: null, hasFailed: true };
    return { query, results: await response.json(), hasFailed: false };
  } catch {
    // No connection, or a newer query.
    return { query, results: null, hasFailed: true };
  }
}
