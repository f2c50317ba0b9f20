import { chance } from '#lib/chance/chance.ts';
import type { GuessRule } from '#lib/item/item-type.ts';
import { type Answer, type Item, itemType, type Key, type SecretItem } from '#lib/item/registry.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import { plainText } from '#lib/text/rich.ts';
import { termCounts } from '#lib/text/terms.ts';
import type { WordModel } from './word-model.ts';

export interface BlindOption {
  readonly id: string;
  readonly text: string;
  /** How often each term occurs in it. */
  readonly terms: ReadonlyMap<string, number>;
  /** How familiar its words are from the text of the lesson: the mean logarithm of their probabilities. */
  readonly familiarity: number;
  /** Whether it stays at the end when options are shuffled. */
  readonly last: boolean;
}

/** A whole answer that may be right in other questions of its kind too; null for kinds whose answers name their parts. */
export interface TypedAnswer {
  readonly text: string;
  readonly answer: Answer;
}

/** A question as a bot sees it. `right` and the results of `rules` are used to score the bot only. */
export interface BlindQuestion {
  readonly id: string;
  readonly kind: string;
  readonly stem: string;
  readonly stemTerms: ReadonlyMap<string, number>;
  /** In the author's order; empty for kinds without options. */
  readonly options: readonly BlindOption[];
  readonly right: readonly string[];
  /** Whether several options may be picked. */
  readonly several: boolean;
  /** Probability that a random answer is right; 0 where answers are typed. */
  readonly chance: number;
  /** Whether the answer by a rule is right, for kinds without options. */
  readonly rules: Readonly<Partial<Record<GuessRule, boolean>>>;
  readonly typed: TypedAnswer | null;
  /** Whether a typed answer is right. */
  readonly accepts: (answer: Answer) => boolean;
}

/** An item as bots see it that have read the text of the lesson. */
export function blindQuestion(item: Item, { key }: SecretItem, words: WordModel): BlindQuestion {
  const type = itemType(item.type);
  const single = type.singleChoice?.(item.body, key);
  const asked = single ? { ...single, right: [single.right] } : type.severalChoice?.(item.body, key);
  const guesses =
    type.guessesByRule?.(item.body, {
      chance: chance(item.id),
      frequency: words.frequency,
      prompt: item.prompt,
    }) ?? {};
  const stem = plainText(item.prompt);
  return {
    id: item.id,
    kind: item.type,
    stem,
    stemTerms: termCounts(stem),
    options: listed(asked?.options ?? []).map(({ id, label, last = false }) => {
      const text = plainText(label).trim();
      return { id, text, terms: termCounts(text), familiarity: words.familiarity(text), last };
    }),
    right: asked?.right ?? [],
    several: !single && Boolean(asked),
    chance: guessChance(item, key),
    rules: Object.fromEntries(
      Object.entries(guesses).flatMap(([rule, answer]) =>
        answer ? [[rule, type.grade(item.body, key, answer).correct]] : [],
      ),
    ),
    typed: asked ? null : typedAnswer(item, key),
    accepts: (answer) => type.grade(item.body, key, answer).correct,
  };
}

/** A question with exactly one right option. */
export const isSingleChoice = ({ right, several }: BlindQuestion): boolean => !several && right.length === 1;

/** The author's right answer where an answer is typed: without a chance to guess it, ids of parts or a run. */
function typedAnswer({ id, type: name, body }: Item, key: Key): TypedAnswer | null {
  const type = itemType(name);
  const hasParts = (type.aliasedIds?.(body) ?? []).length > 0;
  if (!type.graded || type.runs || hasParts || (type.guessProbability?.(body, key) ?? 0) > 0) return null;
  const answer = type.exampleAnswer(body, key, true, chance(id));
  return { text: JSON.stringify(answer).toLowerCase(), answer };
}

function listed<O extends { readonly listedAt?: number }>(options: readonly O[]): O[] {
  return options.toSorted((a, b) => (a.listedAt ?? 0) - (b.listedAt ?? 0));
}
