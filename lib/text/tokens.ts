/** The words and signs of a text, in lower case: «a.b(1)» is a . b ( 1 ). */
export const tokens = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];

/** How often each phrase of two and of three tokens occurs in a text. */
export function phraseCounts(text: string): Map<string, number> {
  const said = tokens(text);
  const counts = new Map<string, number>();
  for (const length of [2, 3])
    for (let at = 0; at + length <= said.length; at++) {
      const phrase = said.slice(at, at + length).join(' ');
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  return counts;
}
