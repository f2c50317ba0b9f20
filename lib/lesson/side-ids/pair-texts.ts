/** Something with a text, by which it is found again after an edit. */
interface Texted {
  readonly text: string;
}

export interface Pairs<T, E> {
  readonly found: ReadonlyMap<T, E>;
  /** What could be one of several, with these; likeliest first. */
  readonly unclear: ReadonlyMap<T, readonly E[]>;
}

/** What shares less of its words is something else. */
const leastAlike = 0.6;
/** A pair is found when it is more alike than any other pair with one of the two, by this much. */
const leastLead = 0.1;

/**
 * Finds for each text the one that it was before: the same, or the one that it is most alike. Where two come close, none
 * is taken. Of `gone` entries only the same text counts.
 */
export function pairTexts<T extends Texted, E extends Texted & { readonly gone?: true | undefined }>(
  written: readonly T[],
  known: readonly E[],
): Pairs<T, E> {
  const found = new Map<T, E>();
  const unclear = new Map<T, readonly E[]>();
  const sameAs = byText(known);
  for (const [text, twins] of byText(written)) {
    const same = sameAs.get(text) ?? [];
    const [twin, second] = twins;
    const [entry] = same;
    if (!twin || !entry) continue;
    if (second || same.length > 1) for (const one of twins) unclear.set(one, same);
    else found.set(twin, entry);
  }
  const taken = new Set([...found.values(), ...[...unclear.values()].flat()]);
  const left = written.filter((one) => !found.has(one) && !unclear.has(one));
  const free = known.filter((entry) => !taken.has(entry) && !entry.gone);
  const bags = free.map(({ text }) => bagsOf(text));
  const scores = left.map(({ text }) => {
    const own = bagsOf(text);
    return bags.map((bag) => alike(own, bag));
  });
  for (const [at, one] of left.entries()) {
    const best = bestPair(scores, at);
    const entry = best === undefined ? undefined : free[best];
    if (entry) found.set(one, entry);
  }
  const given = new Set(found.values());
  for (const [at, one] of left.entries()) {
    if (found.has(one)) continue;
    const candidates = free
      .map((entry, place) => ({ entry, score: scores[at]?.[place] ?? 0 }))
      .filter(({ entry, score }) => !given.has(entry) && score >= leastAlike)
      .toSorted((a, b) => b.score - a.score);
    if (candidates.length > 0)
      unclear.set(
        one,
        candidates.map(({ entry }) => entry),
      );
  }
  return { found, unclear };
}

/** The column that leads in its row and in which this row leads; undefined if there is none. */
function bestPair(scores: readonly (readonly number[])[], at: number): number | undefined {
  const row = scores[at] ?? [];
  const best = Math.max(...row);
  if (row.length === 0 || best < leastAlike) return undefined;
  const place = row.indexOf(best);
  const others = [
    ...row.filter((_score, other) => other !== place),
    ...scores.flatMap((other, index) => (index === at ? [] : (other[place] ?? []))),
  ];
  return others.every((score) => score <= best - leastLead) ? place : undefined;
}

/** The texts with the same words, under these. */
export function byText<T extends Texted>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

/** How often each value occurs, and how many there are. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The words of a text, and the pairs of characters in it. */
interface Bags {
  readonly words: Bag;
  readonly pairs: Bag;
}

/** Of a shorter text, characters are compared. */
const fewWords = 6;

/** The share of words, or of pairs of characters in a short text, that two texts have in common: 0 to 1. */
function alike(a: Bags, b: Bags): number {
  const isShort = Math.min(a.words.size, b.words.size) < fewWords;
  return isShort ? shared(a.pairs, b.pairs) : shared(a.words, b.words);
}

function bagsOf(text: string): Bags {
  const plain = text.toLowerCase();
  const signs = [...` ${plain} `];
  return {
    words: bagOf(plain.match(/[\p{L}\p{N}_]+/gu) ?? []),
    pairs: bagOf(signs.flatMap((sign, at) => (at === 0 ? [] : [`${signs[at - 1]}${sign}`]))),
  };
}

function bagOf(values: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { counts, size: values.length };
}

/** Dice's coefficient of two bags; 0 where even the sizes leave too little in common. */
function shared(a: Bag, b: Bag): number {
  const all = a.size + b.size;
  if (all === 0 || (2 * Math.min(a.size, b.size)) / all < leastAlike) return 0;
  let common = 0;
  for (const [value, count] of a.counts) common += Math.min(count, b.counts.get(value) ?? 0);
  return (2 * common) / all;
}
