import { z } from 'zod';
import type { QueryRefusal } from '#lib/lesson/search-results.ts';
import { maxQueryLength, searchWords } from '#lib/text/search-words.ts';

export type SearchQuery =
  | { readonly kind: 'none' }
  | { readonly kind: 'query'; readonly query: string }
  /** `query`: what was typed, at most as much as is searched for. */
  | { readonly kind: 'refused'; readonly reason: QueryRefusal; readonly query: string };

const Parameter = z
  .union([z.string(), z.array(z.string()).min(1)])
  .optional()
  .catch(undefined);

/** What an address asks for in its parameter `q`: nothing, a query, or one that is refused. */
export function readSearchQuery(parameter: unknown): SearchQuery {
  const given = Parameter.parse(parameter) ?? '';
  const query = (typeof given === 'string' ? given : (given[0] ?? '')).trim();
  if (query === '') return { kind: 'none' };
  if (query.length > maxQueryLength)
    return { kind: 'refused', reason: 'too-long', query: query.slice(0, maxQueryLength) };
  return searchWords(query).length > 0
    ? { kind: 'query', query }
    : { kind: 'refused', reason: 'no-words', query };
}
