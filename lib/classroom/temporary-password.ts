const consonants = 'bdfgjklmnprstvwz';
const vowels = 'aeou';
const words = 4;

/** Random bytes needed for one password. */
export const temporaryPasswordBytes = words * 2;

/** A password to be read aloud and typed once: four words of two syllables, 6 bits each (48 in all): "kora-mitu-…". */
export function temporaryPassword(bytes: Uint8Array): string {
  if (bytes.length < temporaryPasswordBytes)
    throw new Error(`A start password needs ${temporaryPasswordBytes} bytes`);
  const syllables = Array.from(bytes.subarray(0, temporaryPasswordBytes), syllable);
  return Array.from({ length: words }, (_, at) => syllables.slice(at * 2, at * 2 + 2).join('')).join('-');
}

function syllable(byte: number): string {
  return `${consonants[byte % 16] ?? ''}${vowels[(byte >> 4) % 4] ?? ''}`;
}
