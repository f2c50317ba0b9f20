/** Scripts whose words stand side by side without blanks, or that join endings to what stands before. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u;

/** Whether a sign belongs to a script that writes words without blanks between them. */
export const isUnspacedLetter = (sign: string): boolean => unspaced.test(sign);

/** Whether a sign is a letter, mark or digit that joins its neighbours to one word; raised and lowered digits are none. */
export const isWordSign = (sign: string): boolean => /[\p{L}\p{M}\p{Nd}]/u.test(sign) && !unspaced.test(sign);

/** The whole sign that ends at `offset`; empty at the beginning of the text. */
export function signBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : pair.slice(-1);
}

/** The whole sign that begins at `offset`; empty at the end of the text. */
export function signAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
