/**
 * The text for comparing without regard to capitals: Unicode's full case folding, in which ß is ss, ﬁ is fi, ς is σ and
 * İ is i. Lower, upper and lower again, one character at a time, joins all that differ in case only; taken alone, a
 * sigma is not treated as the end of a word. The dotless ı has no capital of its own in that folding and stays, and the
 * dot that lowering İ leaves above an i is dropped.
 */
export function foldCase(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => (character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase()))
    .join('')
    .replace(/i\u0307/g, 'i')
    .normalize('NFC');
}
