/** The longest query that is searched for, in characters; longer ones are refused. */
export const maxQueryLength = 100;

const maxWords = 8;

/**
 * The words of a query, at most eight, each of letters, marks and digits only. Quotes, operators and all other signs of a
 * query language only separate words, so whatever somebody types can be searched for.
 */
export function searchWords(query: string): string[] {
  const words =
    query
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))].slice(0, maxWords);
}
