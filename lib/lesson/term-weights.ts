/** Terms with how much each tells about a text. */
export type TermVector = ReadonlyMap<string, number>;

/**
 * Weighs the terms of a text by how rare they are among these texts: its count times the logarithm of the number of texts
 * per text that has the term (tf-idf).
 */
export function termWeights(texts: readonly TermVector[]): (counts: TermVector) => TermVector {
  const having = textsWithEach(texts);
  const weight = (term: string) => Math.log((1 + texts.length) / (having.get(term) ?? 1));
  return (counts) => new Map([...counts].map(([term, count]) => [term, count * weight(term)]));
}

/**
 * Weighs the phrases of a text by how few of these texts have them: the count for a phrase of one or two texts, half of it
 * for three, a third for four. So the frame that many items share does not make two of them alike.
 */
export function phraseWeights(texts: readonly TermVector[]): (counts: TermVector) => TermVector {
  const having = textsWithEach(texts);
  return (counts) =>
    new Map(
      [...counts].map(([phrase, count]) => [phrase, count / Math.max(1, (having.get(phrase) ?? 0) - 1)]),
    );
}

function textsWithEach(texts: readonly TermVector[]): Map<string, number> {
  const having = new Map<string, number>();
  for (const terms of texts) for (const term of terms.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  return having;
}
