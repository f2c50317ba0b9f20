/** The words of a text that carry meaning, in lower case and without common English endings; a word occurs as often as in the text. */
export function termsOf(text: string): string[] {
  return wordsIn(text).flatMap((word) => (word.length < 3 || stopWords.has(word) ? [] : [stemOf(word)]));
}

/** The first word of a text that counts as this term. */
export const wordOfTerm = (text: string, term: string): string =>
  wordsIn(text).find((word) => stemOf(word) === term) ?? term;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** A word without a common English ending, so that "seeds" and "seeded" count as "seed". */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:ings?|edly|ed|es|s|ly)$/, '');
  return stem.length < 3 ? word : stem;
}

/** How often each term of a text occurs in it. */
export function termCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The cosine of the angle between two vectors of terms, 0..1; 0 when one of them is empty. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  return product === 0 ? 0 : product / (lengthOf(a) * lengthOf(b));
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight ** 2;
  return Math.sqrt(sum);
}

const stopWords = new Set(
  'the and for are was were has have had its this that these those with from what which who how why when where will would can could may might does did not but you your they them their there then than into onto over under out about after before because been being one two all any each most more some such only other same both here it is in on of to an as at by or if be do so no we he she his her'.split(
    ' ',
  ),
);
