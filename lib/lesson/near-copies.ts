import { type Item, itemType } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { cosine, termCounts } from '#lib/text/terms.ts';
import { phraseCounts } from '#lib/text/tokens.ts';
import { itemText, rightAnswer, rightOption } from './item-text.ts';
import type { Finding, Lesson } from './lesson.ts';
import { phraseWeights, type TermVector, termWeights } from './term-weights.ts';

/**
 * From this cosine on, two items are copies of one another: by their phrases, whatever their answers, and by their words
 * alone if their answers are alike.
 */
const copyFrom = 0.5;

interface Compared {
  readonly item: Item;
  readonly phrases: TermVector;
  readonly words: TermVector;
  readonly answer: string;
}

/** Items of the pool whose question and options were practised in almost the same words. */
export function nearCopies(lesson: Lesson): Finding[] {
  const { pool, activities } = lesson;
  const practised = activities.flatMap(({ items }) => items.filter(({ type }) => itemType(type).graded));
  const compared = vectorsOf([...pool, ...practised], lesson);
  const elsewhere = compared.slice(pool.length);
  return compared.slice(0, pool.length).flatMap((one): Finding[] => {
    const [closest] = elsewhere
      .map((other) => ({ ...other, likeness: likenessOf(one, other) }))
      .filter(({ likeness }) => likeness >= copyFrom)
      .toSorted((a, b) => b.likeness - a.likeness);
    if (!closest) return [];
    const { file, line } = closest.item.source;
    const how = closest.answer === one.answer ? ' and has the same answer' : '';
    const message = `This item is almost the one at ${file}:${line}${how}; there it is practised with its solution (cosine ${closest.likeness.toFixed(2)}). Ask for another case.`;
    const { id, source } = one.item;
    return [{ ...source, column: 1, severity: 'warning', rule: 'near-copy', message, itemId: id }];
  });
}

function vectorsOf(items: readonly Item[], { secrets }: Lesson): Compared[] {
  const counted = items.map((item) => {
    return { item, phrases: phraseCounts(askedText(item, secrets)), words: termCounts(itemText(item)) };
  });
  const weighPhrases = phraseWeights(counted.map(({ phrases }) => phrases));
  const weighWords = termWeights(counted.map(({ words }) => words));
  return counted.map(({ item, phrases, words }) => {
    const secret = secrets.get(item.id)?.open();
    return {
      item,
      phrases: weighPhrases(phrases),
      words: weighWords(words),
      answer: secret ? rightAnswer(item, secret) : '',
    };
  });
}

/** What an item asks and what is right; wrong options may be those of another question. */
function askedText(item: Item, secrets: Lesson['secrets']): string {
  const secret = secrets.get(item.id)?.open();
  const right = secret && rightOption(item, secret);
  return right === undefined ? itemText(item) : `${plainText(item.prompt)}\n${right}`;
}

function likenessOf(one: Compared, other: Compared): number {
  const byPhrases = cosine(one.phrases, other.phrases);
  return areAlike(one.answer, other.answer) ? Math.max(byPhrases, cosine(one.words, other.words)) : byPhrases;
}

/** Whether two answers are the same, or nearly so in words, as "the first two" and "the first two numbers" are. */
function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const hasParts = a.includes('|') || b.includes('|');
  const counts = [termCounts, phraseCounts];
  return !hasParts && counts.every((count) => cosine(count(a), count(b)) >= alikeFrom);
}

const alikeFrom = 0.7;
