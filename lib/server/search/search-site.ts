import { openSearchIndex, type SearchIndex } from '#db/sqlite/search-index.ts';
import type { Library } from '#lib/lesson/library.ts';
import {
  type ResultGroup,
  type SearchGroup,
  type SearchResult,
  type SearchResults,
  searchGroups,
} from '#lib/lesson/search-results.ts';
import type { HandbookPage } from '#lib/server/content/handbook-page.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import { searchWords } from '#lib/text/search-words.ts';
import { type SiteDocument, siteDocuments } from './site-documents.ts';

/** What is searched: the compiled content of this process. */
export interface SiteContent {
  readonly library: Pick<Library, 'tracks'>;
  readonly handbook: readonly HandbookPage[];
}

export type SearchLimits = Readonly<Record<SearchGroup, number>>;

/** The best results of each group. A query without a letter or digit finds nothing. */
export function searchSite(content: SiteContent, query: string, limits: SearchLimits): SearchResults {
  const words = searchWords(query);
  const index = indexOf(content);
  const whole = groupsOf(index, words, { limits, isAny: false });
  if (whole.length > 0 || words.length < 2) return { groups: whole, isPartial: false };
  const partial = groupsOf(index, words, { limits, isAny: true });
  return { groups: partial, isPartial: partial.length > 0 };
}

interface BuiltIndex {
  readonly hash: string;
  readonly documents: readonly SiteDocument[];
  readonly index: SearchIndex;
}

function groupsOf(
  { documents, index }: BuiltIndex,
  words: readonly string[],
  { limits, isAny }: { limits: SearchLimits; isAny: boolean },
): ResultGroup[] {
  return searchGroups.flatMap((group) => {
    const { total, matches } = index.find({ words, group, limit: limits[group], isAny });
    const results = matches.flatMap(({ document, snippet }): SearchResult[] => {
      const found = documents[document];
      return found ? [{ href: found.href, label: found.label, place: found.context, snippet }] : [];
    });
    return results.length > 0 ? [{ group, total, results }] : [];
  });
}

interface IndexMemory {
  content: SiteContent | null;
  built: BuiltIndex | null;
}

/** The index of this content: made at the first search, and again when the hash of the documents is another one. */
function indexOf(content: SiteContent): BuiltIndex {
  const memory = oncePerProcess<IndexMemory>('search-index', () => ({ content: null, built: null }));
  const { content: known, built } = memory;
  if (built && known?.library === content.library && known.handbook === content.handbook) return built;
  const documents = siteDocuments(content.library, content.handbook);
  const hash = sha256(JSON.stringify(documents));
  const current = built?.hash === hash ? built : { hash, documents, index: openSearchIndex(documents) };
  Object.assign(memory, { content, built: current });
  return current;
}
