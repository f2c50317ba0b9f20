/** What search results look like to a page: the same for the page of results and for the palette. */
export interface SearchResults {
  /** Groups with a result, in the order in which they are shown. */
  readonly groups: readonly ResultGroup[];
  /** No text has all words, so these have at least one. */
  readonly isPartial: boolean;
}

export const searchGroups = ['lessons', 'passages', 'handbook', 'decisions'] as const;
export type SearchGroup = (typeof searchGroups)[number];

export interface ResultGroup {
  readonly group: SearchGroup;
  /** The number of all matches, of which only the best are listed. */
  readonly total: number;
  readonly results: readonly SearchResult[];
}

export interface SearchResult {
  readonly href: string;
  readonly label: string;
  /** Where it stands, such as the lesson and activity; empty for a page of its own. */
  readonly place: string;
  readonly snippet: readonly SnippetPart[];
}

/** A piece of the text around a match. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Why nothing was searched for. */
export type QueryRefusal = 'too-long' | 'no-words';
