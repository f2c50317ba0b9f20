import { asciiDigits } from '#lib/text/digits.ts';
import { visibleText } from '#lib/text/visible.ts';

/** Without I, L, O, 0 and 1, which are easily confused when a code is read from a board. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const joinCodeLength = 8;

/** A join code from random bytes, one letter for each byte (31 letters: 40 bits for eight). */
export function joinCodeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, joinCodeLength), (byte) => letters[byte % letters.length]).join('');
}

const separator = '\\s*[\\p{Pd}−ー]\\s*';
const [half, whole, edge] = [`[${letters}]{4}`, `[${letters}]{8}`, '[\\p{L}\\p{N}]'];

/** Patterns of a code within a text, the most certain first: in two halves, with a digit, or as eight letters. */
const codePatterns = [`${half}${separator}${half}`, `(?=\\p{L}*[2-9])${whole}`, whole].map(
  (pattern) => new RegExp(`(?<!${edge})${pattern}(?!${edge})`, 'gu'),
);

/**
 * Codes are stored and compared in capitals: their letters and digits alone, whatever was typed or pasted around them.
 * Where a mail or a link was pasted whole, the one code in it counts.
 */
export function canonicalJoinCode(typed: string): string {
  const text = asciiDigits(visibleText(typed.normalize('NFKC'))).toUpperCase();
  return (codeWithin(text) ?? text).replace(/[^\p{L}\p{N}]|ー/gu, '').slice(0, 40);
}

/** The code among other words; undefined when there is none, or when there are several. */
function codeWithin(text: string): string | undefined {
  const found = codePatterns.map((pattern) => text.match(pattern)).find((matches) => matches !== null);
  return found?.length === 1 ? found[0] : undefined;
}

/** A join code as people see it: K7QM-2XPA. */
export function formatJoinCode(code: string): string {
  return code.length === joinCodeLength ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
