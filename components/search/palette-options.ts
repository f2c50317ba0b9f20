import type { SearchResults } from '#lib/lesson/search-results.ts';
import { withoutAccents } from '#lib/text/fold-accents.ts';
import { groupTitles } from './group-titles.ts';

/** A place to go to. */
export interface PaletteOption {
  readonly href: string;
  readonly label: string;
  /** Where it stands; empty for a page of its own. */
  readonly place: string;
}

export interface PaletteGroup {
  readonly title: string;
  readonly options: readonly PaletteOption[];
  /** Known at once, where results belong to the query that was asked last. */
  readonly isImmediate?: boolean;
}

/** The pages that the header links to. */
export function pagesOfHeader(): PaletteOption[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('#site-menu a, #person-menu a');
  return [...links].map((link) => ({
    href: link.pathname + link.hash,
    label: (link.textContent ?? '').trim(),
    place: '',
  }));
}

/** What a query offers: pages whose names have all its words, then results, then all results on a page. */
export function paletteGroups(
  query: string,
  pages: readonly PaletteOption[],
  results: SearchResults | null,
): PaletteGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const named = pages.filter(({ label }) => words.every((word) => folded(label).includes(word)));
  const found = (results?.groups ?? []).map(({ group, results: options }) => ({
    title: groupTitles[group],
    options,
  }));
  const all = { href: searchHref(query), label: `All results for “${query.trim()}”`, place: '' };
  return [
    { title: 'Pages', options: named, isImmediate: true },
    ...found,
    { title: 'Search', options: found.length > 0 ? [all] : [] },
  ].filter(({ options }) => options.length > 0);
}

export const searchHref = (query: string): string => `/search?q=${encodeURIComponent(query.trim())}`;

const folded = (text: string): string => withoutAccents(text).toLowerCase();
