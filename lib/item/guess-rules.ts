import { plainText, type Rich } from '#lib/text/rich.ts';
import { cosine, termCounts } from '#lib/text/terms.ts';

interface Entry {
  readonly id: string;
  readonly label: Rich;
}

/**
 * Entries sorted by what they say: by words such as "first" and "finally", else by the alphabet, numbers by their value:
 * "Step 2" comes before "Step 10".
 */
export function alphabetical<E extends Entry>(entries: readonly E[]): E[] {
  const texts = new Map(entries.map((entry) => [entry, plainText(entry.label)]));
  const text = (entry: E) => texts.get(entry) ?? '';
  const hasCues = entries.filter((entry) => sequenceRank(text(entry)) !== undecided).length >= 2;
  return entries.toSorted(
    (a, b) =>
      (hasCues ? sequenceRank(text(a)) - sequenceRank(text(b)) : 0) ||
      text(a).localeCompare(text(b), 'en', { numeric: true }),
  );
}

/** Words that tell when a step comes, from the first to the last. */
const sequenceWords = [
  /^(?:first\w*|begin|start|initially|to begin|at first|before)\b/i,
  /^second\w*\b/i,
  /^third\w*\b/i,
  /^(?:then|next)\b/i,
  /^(?:after|afterwards|later|now)\b/i,
  /^(?:finally|last\w*|end|at last|in the end|in conclusion)\b/i,
];
const undecided = sequenceWords.length / 2;

function sequenceRank(text: string): number {
  const at = sequenceWords.findIndex((words) => words.test(text.trim()));
  return at < 0 ? undecided : at;
}

/** Entries from the shortest to the longest. */
export const byLength = <E extends Entry>(entries: readonly E[]): E[] =>
  entries.toSorted((a, b) => plainText(a.label).length - plainText(b.label).length);

/** Entries in the order in which the question names them; undefined if it does not name all. */
export function asMentioned<E extends Entry>(entries: readonly E[], prompt: Rich): E[] | undefined {
  const said = plainText(prompt).toLowerCase();
  const places = new Map(
    entries.map((entry) => [entry, said.indexOf(plainText(entry.label).trim().toLowerCase())]),
  );
  if ([...places.values()].some((place) => place < 0)) return undefined;
  return entries.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** Pairs the entries of two sides one by one; a side that is shorter starts anew. */
export function pairUp(left: readonly Entry[], right: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(left.map(({ id }, at) => [id, right[at % right.length]?.id ?? '']));
}

/** Pairs each entry with the one of the other side that shares most of its words. */
export function pairByWords(left: readonly Entry[], right: readonly Entry[]): Record<string, string> {
  const terms = ({ label }: Entry) => termCounts(plainText(label));
  const partners = right.map((entry) => ({ id: entry.id, terms: terms(entry) }));
  return Object.fromEntries(
    left.map((entry) => {
      const own = terms(entry);
      const [best] = partners.toSorted((a, b) => cosine(own, b.terms) - cosine(own, a.terms));
      return [entry.id, best?.id ?? ''];
    }),
  );
}
