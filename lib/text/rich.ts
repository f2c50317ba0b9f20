/**
 * Compiled text: Markdown after checking and sanitising, as plain JSON that React can render.
 * A node is a string or `[tag, props, ...children]`; tags in capitals are our own components (Note, Item, Trace …).
 * Props already carry React's names; the compiler is the only writer of such trees.
 */
export type Rich = RichNode[];
export type RichNode = string | RichElement;
export type RichElement = [tag: string, props: RichProps | null, ...children: RichNode[]];
export type RichProps = Record<string, RichValue>;
export type RichValue = string | number | boolean | Record<string, string> | Rich;

/** The plain text of compiled text: for search, length limits and accessible names. */
export function plainText(rich: readonly RichNode[]): string {
  return rich
    .map((node) => (typeof node === 'string' ? node : plainText(node.slice(2) as RichNode[])))
    .join('');
}

const longestFirstWords = 90;

/** The first words of a text, on one line of at most 90 characters. */
export function firstWords(text: Rich): string {
  const words = plainText(text).replace(/\s+/g, ' ').trim();
  return words.length <= longestFirstWords ? words : `${words.slice(0, longestFirstWords).trimEnd()}…`;
}
