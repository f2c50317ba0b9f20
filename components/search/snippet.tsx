import type { SnippetPart } from '#lib/lesson/search-results.ts';

/** The text around a match, with the words that match marked. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, isMatch }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and never move
    isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
