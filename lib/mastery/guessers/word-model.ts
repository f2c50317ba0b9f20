import { tokens } from '#lib/text/tokens.ts';

/** What the text of a lesson says about words: how often each occurs, and after which other. */
export interface WordModel {
  frequency(word: string): number;
  /** The mean logarithm of the probability of each word of a text after the one before. */
  familiarity(text: string): number;
}

/** The weight of a word's own frequency in the probability that it follows another: as if that was seen so often. */
const ownWeight = 2;

/**
 * A model of single words and pairs of words of a text. The probability of a word after another is its share among those
 * seen there, mixed with its share in the whole text; a word that never occurs counts as half an occurrence.
 */
export function wordModel(text: string): WordModel {
  const words = tokens(text);
  const single = new Map<string, number>();
  const pairs = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [at, word] of words.entries()) {
    add(single, word);
    add(pairs, `${words[at - 1] ?? ''} ${word}`);
  }
  const share = (word: string) => ((single.get(word) ?? 0) + 0.5) / (words.length + 0.5 * (single.size + 1));
  const after = (word: string, before: string) =>
    ((pairs.get(`${before} ${word}`) ?? 0) + ownWeight * share(word)) /
    ((single.get(before) ?? 0) + ownWeight);
  return {
    frequency: (word) => tokens(word).reduce((least, one) => Math.min(least, single.get(one) ?? 0), 1e9),
    familiarity(asked) {
      const said = tokens(asked);
      const sum = said.reduce((total, word, at) => {
        const before = said[at - 1];
        return total + Math.log(before === undefined ? share(word) : after(word, before));
      }, 0);
      return said.length === 0 ? Math.log(0.5 / (words.length + 1)) : sum / said.length;
    },
  };
}
