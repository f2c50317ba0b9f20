import { distance } from 'fastest-levenshtein';

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');

/** Two words with the same letters differ by an exchange, one mistake of the hand. */
const letters = (word: string): string => [...plain(word)].toSorted().join('');

/** The known word that was probably meant: the same but for capitals and hyphens, or a letter or two away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const same = known.find((other) => plain(other) === plain(word));
  if (same !== undefined) return same;
  const most = word.length < 5 ? 1 : 2;
  const [closest] = known
    .map((other) => ({
      other,
      away: letters(other) === letters(word) ? 1 : distance(plain(other), plain(word)),
    }))
    .filter(({ other, away }) => away <= Math.min(most, other.length - 2))
    .toSorted((a, b) => a.away - b.away);
  return closest?.other;
}
