import { z } from 'zod';
import { alphabetical, byLength, pairByWords, pairUp } from '#lib/item/guess-rules.ts';
import type { Explanation, ItemType } from '#lib/item/item-type.ts';
import { type Scoring, scorings } from '#lib/item/options.ts';
import { splitAtTable } from '#lib/item/parts.ts';
import type { Rich } from '#lib/text/rich.ts';
import { blindResults, examples } from './examples.ts';
import { readPairs } from './pairs.ts';

/** One entry of either side. Ids are unique over both. */
export interface MatchEntry {
  readonly id: string;
  readonly label: Rich;
}

export interface MatchBody {
  readonly scoring: Scoring;
  /** The headings of the two sides. */
  readonly heads: readonly [string, string];
  /** Both sides are sorted by id, so that the public half does not reveal the pairs. */
  readonly left: readonly MatchEntry[];
  readonly right: readonly MatchEntry[];
}

export interface MatchKey {
  /** The right entry of each left one. */
  readonly pairs: Readonly<Record<string, string>>;
  /** Feedback on a pair, by its left entry, and on a right entry that belongs to no pair. */
  readonly notes: Readonly<Record<string, Rich>>;
}

export interface MatchAnswer {
  readonly pairs: Record<string, string>;
}

export type MatchView = MatchBody;

/** Find the partner of each entry. A right-hand entry may belong to several, or to none. */
export const match: ItemType<'match', MatchBody, MatchKey, MatchAnswer, MatchView> = {
  name: 'match',
  component: 'Match',
  attributes: z.strictObject({ scoring: z.enum(scorings).optional() }),
  graded: true,
  freeHints: false,
  parts: 'table',
  mayVary: true,
  read(source) {
    const split = splitAtTable(source, 'pairs');
    if (!split) return undefined;
    const { heads, left, right, pairs, notes } = readPairs(split.table, source);
    const byId = (a: MatchEntry, b: MatchEntry) => (a.id < b.id ? -1 : 1);
    return {
      prompt: source.rich(split.prompt),
      body: {
        scoring: scorings.find((name) => name === source.attributes.scoring) ?? 'cancel',
        heads,
        left: left.toSorted(byId),
        right: right.toSorted(byId),
      },
      key: { pairs, notes },
    };
  },
  formSchema: z.record(z.string(), z.array(z.string().max(400)).readonly()).transform((fields) => ({
    pairs: Object.fromEntries(
      Object.entries(fields).flatMap(([name, [value]]) =>
        name.startsWith('pair.') && value ? [[name.slice('pair.'.length), value] as const] : [],
      ),
    ),
  })),
  validate({ left, right }, { pairs }) {
    // Only a right-hand entry is a partner: the note of a left entry would reveal its pair.
    const missing = left.filter(({ id }) => !right.some((partner) => partner.id === pairs[id])).length;
    if (missing === 0) return null;
    return missing === 1 ? 'One entry has no partner yet.' : `${missing} entries have no partner yet.`;
  },
  aliasedIds: ({ left, right }) => [...left, ...right].map(({ id }) => id),
  renameIds({ pairs }, rename) {
    const renamed = Object.entries(pairs).map((pair) => pair.map(rename));
    const known = renamed.flatMap(([from, to]) =>
      from !== undefined && to !== undefined ? [[from, to]] : [],
    );
    return known.length === renamed.length ? { pairs: Object.fromEntries(known) } : null;
  },
  publicOptions: ({ left, right, ...rest }, chance, alias) => {
    const hidden = ({ id, label }: MatchEntry) => ({ id: alias(id), label });
    return { ...rest, left: chance.shuffle(left).map(hidden), right: chance.shuffle(right).map(hidden) };
  },
  /**
   * `cancel`: score = max(0, right pairs - wrong pairs) / pairs, so that pairing at random earns subject nothing;
   * `exact`: 1 when all pairs are right, else 0.
   */
  grade({ left, scoring }, key, { pairs }) {
    const right = left.filter(({ id }) => pairs[id] === key.pairs[id]).length;
    const correct = right === left.length;
    const partly = scoring === 'cancel' ? Math.max(0, 2 * right - left.length) / left.length : 0;
    return { correct, score: correct ? 1 : partly };
  },
  gradedBy: ({ left, right, scoring }, { pairs }) => ({
    choices: [...left, ...right].map(({ id }) => id).toSorted(),
    key: { scoring, pairs: Object.entries(pairs).toSorted() },
  }),
  explain,
  /** A blind answer gives each entry a different partner if the pairs are one to one, otherwise any partner. */
  guessProbability({ left, right }, { pairs }) {
    const oneToOne = isOneToOne(left, pairs);
    return left.reduce((chance, _entry, at) => chance / (oneToOne ? right.length - at : right.length), 1);
  },
  blindAnswer({ left, right }, { pairs }, chance) {
    const shuffled = chance.shuffle(right);
    const partner = (at: number) =>
      (isOneToOne(left, pairs) ? shuffled[at] : right[chance.below(right.length)])?.id ?? '';
    return { pairs: Object.fromEntries(left.map(({ id }, at) => [id, partner(at)])) };
  },
  guessesByRule: ({ left, right }, { chance }) => ({
    shown: { pairs: pairUp(chance.shuffle(left), chance.shuffle(right)) },
    alphabetical: { pairs: pairUp(alphabetical(left), alphabetical(right)) },
    'shared-words': { pairs: pairByWords(left, right) },
    'short-first': { pairs: pairUp(byLength(left), byLength(right)) },
    'long-first': { pairs: pairUp(byLength(left), byLength(right).toReversed()) },
  }),
  chosenParts: ({ pairs }) => Object.entries(pairs).map(([from, to]) => `${from} ${to}`),
  formFields: ({ pairs }) =>
    Object.fromEntries(Object.entries(pairs).map(([from, to]) => [`pair.${from}`, [to]] as const)),
  exampleAnswer({ left, right }, key, isRight, chance) {
    const wrongIndex = isRight ? -1 : chance.below(left.length);
    const pair = (id: string, at: number) => {
      const others = right.filter((entry) => entry.id !== key.pairs[id]);
      return [
        id,
        (at === wrongIndex ? others[chance.below(others.length)]?.id : key.pairs[id]) ?? '',
      ] as const;
    };
    return { pairs: Object.fromEntries(left.map(({ id }, at) => pair(id, at))) };
  },
  exampleSources: examples,
  blindResults,
};

const isOneToOne = (left: MatchBody['left'], pairs: MatchKey['pairs']): boolean =>
  new Set(Object.values(pairs)).size === left.length;

/** The note of a pair reveals it, so it is shown once that pair is right or the key may be seen. */
function explain(
  { left, right }: MatchBody,
  key: MatchKey,
  { pairs }: MatchAnswer,
  full: boolean,
): Explanation {
  const isRight = (id: string) => pairs[id] === key.pairs[id];
  const parts = Object.fromEntries(left.map(({ id }) => [id, isRight(id) ? 'right' : 'wrong'] as const));
  const notes = left.flatMap(({ id }) => {
    const subject = isRight(id) || full ? id : (pairs[id] ?? '');
    const note = Object.hasOwn(key.notes, subject) ? key.notes[subject] : undefined;
    return note ? [[id, note] as const] : [];
  });
  const shown = { parts, notes: Object.fromEntries(notes) };
  if (!full || left.every(({ id }) => isRight(id))) return shown;
  const label = new Map([...left, ...right].map((entry) => [entry.id, entry.label]));
  const rows = left.map(({ id }) => {
    const partner = label.get(key.pairs[id] ?? '') ?? [];
    return ['li', null, ...(label.get(id) ?? []), ' → ', ...partner] satisfies Rich[number];
  });
  return { ...shown, model: [['ul', null, ...rows]] };
}
