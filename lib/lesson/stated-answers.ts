import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { termCounts } from '#lib/text/terms.ts';
import { tokens } from '#lib/text/tokens.ts';
import { rightAnswer, rightOption } from './item-text.ts';
import type { Finding, Lesson } from './lesson.ts';
import { termWeights } from './term-weights.ts';

/** A sentence that has this weighted share of the other words of a question speaks of what it asks. */
const sharedFrom = 0.6;
/** With fewer words in common, it may do so by chance. */
const fewestShared = 3;

interface Sentence {
  readonly item: Item;
  readonly words: string;
  readonly terms: ReadonlySet<string>;
}

/** Warnings about short answers, typed or chosen, that a sentence of another question of the pool states in context. */
export function statedAnswers({ pool, secrets }: Lesson): Finding[] {
  const questions = pool.map((item) => ({ item, terms: termCounts(plainText(item.prompt)) }));
  const weigh = termWeights(questions.map(({ terms }) => terms));
  const sentencesWith = bySharedWord(pool.flatMap(sentencesOf));
  return questions.flatMap(({ item, terms }): Finding[] => {
    const secret = secrets.get(item.id)?.open();
    const answer = secret && shortAnswer(item, secret);
    if (!answer) return [];
    const words = spaced(tokens(answer));
    const own = new Set(termCounts(answer).keys());
    const asked = new Map([...weigh(terms)].filter(([term]) => !own.has(term)));
    const told = sentencesWith(words).find(
      (sentence) =>
        !isApart(sentence.item, item) && sentence.words.includes(words) && speaksOf(sentence, asked),
    );
    if (!told) return [];
    const group = item.apart ?? told.item.apart ?? item.id;
    const message = `The answer «${answer}» stands in another item of the pool that speaks of the same, at line ${told.item.source.line}: whoever meets both in one test can copy it. Change one of the two, or write apart="${group}" on both, so that no test has both.`;
    const { id, source } = item;
    return [{ ...source, column: 1, severity: 'warning', rule: 'answer-elsewhere', message, itemId: id }];
  });
}

const isApart = (a: Item, b: Item): boolean => a === b || (a.apart !== undefined && a.apart === b.apart);

/** The right option, or what is typed as the whole answer; undefined for kinds whose answers have parts. */
function shortAnswer(item: Item, secret: SecretItem): string | undefined {
  const type = itemType(item.type);
  const isTyped =
    type.graded && !type.runs && !type.severalChoice?.(item.body, secret.key) && !('blanks' in item.body);
  const hasParts = (type.aliasedIds?.(item.body) ?? []).length > 0;
  return rightOption(item, secret) ?? (isTyped && !hasParts ? rightAnswer(item, secret) : undefined);
}

function sentencesOf(item: Item): Sentence[] {
  return plainText(item.prompt)
    .split(/(?<=[.!?])\s+|\n+/)
    .map((text) => ({ item, words: spaced(tokens(text)), terms: new Set(termCounts(text).keys()) }));
}

/** The sentences with the rarest word of an answer, so that a large pool is not compared pair by pair. */
function bySharedWord(sentences: readonly Sentence[]): (words: string) => readonly Sentence[] {
  const having = new Map<string, Sentence[]>();
  for (const sentence of sentences)
    for (const word of new Set(sentence.words.split(' '))) {
      const own = having.get(word);
      if (own) own.push(sentence);
      else having.set(word, [sentence]);
    }
  return (words) =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => having.get(word) ?? [])
      .reduce((fewest, own) => (own.length < fewest.length ? own : fewest), sentences);
}

function speaksOf({ terms }: Sentence, asked: ReadonlyMap<string, number>): boolean {
  const shared = [...asked].filter(([term]) => terms.has(term));
  const weight = (some: Iterable<readonly [string, number]>) =>
    [...some].reduce((sum, [, one]) => sum + one, 0);
  return shared.length >= fewestShared && weight(shared) >= sharedFrom * weight(asked);
}

const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;
