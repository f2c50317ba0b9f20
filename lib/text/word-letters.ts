/** Scripts that write words without spaces between them, or that join endings to the word before. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u;

/** Whether a character belongs to a script that writes words without spaces between them. */
export const isUnspacedLetter = (character: string): boolean => unspaced.test(character);

/** Whether a character is a letter, mark or digit that joins its neighbours to one word; raised and lowered digits are none. */
export const isWordCharacter = (character: string): boolean =>
  /[\p{L}\p{M}\p{Nd}]/u.test(character) && !unspaced.test(character);

/** The whole character that ends at `offset`; empty at the start of the text. */
export function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : pair.slice(-1);
}

/** The whole character that starts at `offset`; empty at the end of the text. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
