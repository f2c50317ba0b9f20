import Sqlite from 'better-sqlite3';
import type { SnippetPart } from '#lib/lesson/search-results.ts';
import { wordForms } from '#lib/text/word-forms.ts';

/** One thing that can be found. A match in `title` counts most, then one in `heading`, then one in `text`. */
export interface SearchDocument {
  readonly group: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  /** Words around it, such as the title of its lesson: they narrow a search, and find nothing alone. */
  readonly context: string;
}

export interface SearchMatch {
  /** The number of the document in the list that the index was made of. */
  readonly document: number;
  /** About twenty words of the text around the matches. */
  readonly snippet: readonly SnippetPart[];
}

export interface GroupMatches {
  /** The number of all matches in the group. */
  readonly total: number;
  /** The best of them. */
  readonly matches: readonly SearchMatch[];
}

export interface SearchRequest {
  /** Of letters, marks and digits only. Each is also found as the beginning of a longer word, and in its other forms. */
  readonly words: readonly string[];
  readonly group: string;
  readonly limit: number;
  /** Whether one of the words is enough. */
  readonly isAny?: boolean;
}

export interface SearchIndex {
  find(request: SearchRequest): GroupMatches;
}

/** Signs around a match; texts that hold them lose them. */
const [begin, end] = ['\u0002', '\u0003'];

/** A full-text index of documents, in the memory of this process. Throws for a word with other signs in it. */
export function openSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const database = new Sqlite(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE documents USING fts5(
      title, heading, text, context, part UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )`);
  const insert = database.prepare(
    'INSERT INTO documents (rowid, title, heading, text, context, part) VALUES (?, ?, ?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (const [at, { title, heading, text, context, group }] of documents.entries())
      insert.run(at + 1, plain(title), plain(heading), plain(text), plain(context), group);
  })();
  const count = database.prepare<[string, string]>(
    'SELECT count(*) FROM documents WHERE documents MATCH ? AND part = ?',
  );
  const best = database.prepare<[string, string, number], { id: number; words: string }>(`
    SELECT rowid AS id, snippet(documents, 2, char(2), char(3), '…', 24) AS words
    FROM documents WHERE documents MATCH ? AND part = ?
    ORDER BY instr(highlight(documents, 0, char(2), char(3)), char(2)) = 0,
      instr(highlight(documents, 1, char(2), char(3)), char(2)) = 0,
      bm25(documents, 8, 4, 1, 0.2)
    LIMIT ?`);
  return {
    find({ words, group, limit, isAny = false }) {
      if (words.length === 0) return { total: 0, matches: [] };
      const query = expression(words, isAny);
      const total = Number(count.pluck().get(query, group));
      const matches = best
        .all(query, group, limit)
        .map(({ id, words: marked }) => ({ document: id - 1, snippet: partsOf(marked) }));
      return { total, matches };
    },
  };
}

function expression(words: readonly string[], isAny: boolean): string {
  const begun = words.map((word) => {
    if (!/^[\p{L}\p{M}\p{N}]+$/u.test(word)) throw new Error('A word to search for has other signs in it');
    // One Latin letter begins half of all words: it is looked for as a word.
    if (/^[a-z]$/.test(word)) return `"${word}"`;
    return `(${wordForms(word)
      .map((form) => `"${form}"*`)
      .join(' OR ')})`;
  });
  const own = `{title heading text} : (${begun.join(' OR ')})`;
  return isAny ? own : `(${begun.join(' AND ')}) AND ${own}`;
}

const plain = (text: string): string => text.replaceAll(begin, '').replaceAll(end, '');

/** The marked text in pieces that match and pieces between them. */
function partsOf(marked: string): SnippetPart[] {
  return marked
    .split(begin)
    .flatMap((piece, at): SnippetPart[] => {
      if (at === 0) return [{ text: piece, isMatch: false }];
      const [match = '', ...rest] = piece.split(end);
      return [
        { text: match, isMatch: true },
        { text: rest.join(''), isMatch: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
