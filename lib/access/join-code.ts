import { asciiDigits } from '#lib/text/digits.ts';

/** Without I, L, O, 0 and 1, which are easily confused when a code is read from a board. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const joinCodeLength = 8;

/** A join code from random bytes, one letter for each byte (31 letters: 40 bits for eight). */
export function joinCodeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, joinCodeLength), (byte) => letters[byte % letters.length]).join('');
}

/** The form in which codes are stored and compared: capital letters and digits, without anything typed or pasted around them. */
export function canonicalJoinCode(typed: string): string {
  return asciiDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40);
}

/** A join code as people see it: K7QM-2XPA. */
export function formatJoinCode(code: string): string {
  return code.length === joinCodeLength ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
