import type { Item, SecretItem } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { tokens } from '#lib/text/tokens.ts';
import { gapsOf, itemText, rightOption } from './item-text.ts';
import type { Finding, Lesson } from './lesson.ts';
import { nearCopies } from './near-copies.ts';
import { statedAnswers } from './stated-answers.ts';

/** What an item asks for, as it may stand in the text of another. */
interface Answer {
  /** The words of the answer with those around it, between spaces. */
  readonly words: string;
  /** A program may hold the answer anywhere; a sentence tells something only in a question, since options may be wrong. */
  readonly where: 'words' | 'question';
  readonly what: string;
}

/** Words around a gap that are compared, on either side; with fewer than three in all, a match means nothing. */
const wordsAround = 4;
const fewestAround = 3;
/** A right option of fewer words may stand in another question by chance. */
const fewestInOption = 5;

/**
 * Warnings about items of the pool that give one another away, and about those that were practised in almost the same words.
 * Two items of a group that is kept apart are never in one test.
 */
export function siblingFindings(lesson: Lesson): Finding[] {
  return [...givenAway(lesson), ...statedAnswers(lesson), ...nearCopies(lesson)];
}

function givenAway({ pool, secrets }: Lesson): Finding[] {
  const texts = pool.map((item) => ({
    item,
    words: spaced(tokens(itemText(item))),
    question: spaced(tokens(plainText(item.prompt))),
  }));
  const textsWith = byRarestWord(texts);
  return pool.flatMap((item): Finding[] => {
    const secret = secrets.get(item.id)?.open();
    return answersOf(item, secret).flatMap(({ words, where, what }) => {
      const [other] = textsWith(words).filter(
        (one) =>
          one.item !== item &&
          (item.apart === undefined || one.item.apart !== item.apart) &&
          one[where].includes(words),
      );
      if (!other) return [];
      const group = item.apart ?? other.item.apart ?? item.id;
      const message = `${what} stands in another item of the pool, at line ${other.item.source.line}: whoever meets both in one test can copy it. Change one of the two, or write apart="${group}" on both, so that no test has both.`;
      return [warning(item, 'answer-elsewhere', message)];
    });
  });
}

/** The texts that have the rarest word of an answer, so that a large pool is not compared pair by pair. */
function byRarestWord<T extends { readonly words: string }>(
  texts: readonly T[],
): (answer: string) => readonly T[] {
  const having = new Map<string, T[]>();
  for (const text of texts)
    for (const word of new Set(text.words.split(' '))) {
      const own = having.get(word);
      if (own) own.push(text);
      else having.set(word, [text]);
    }
  return (answer) =>
    answer
      .split(' ')
      .filter(Boolean)
      .map((word) => having.get(word) ?? [])
      .reduce((fewest, own) => (own.length < fewest.length ? own : fewest), texts);
}

function answersOf(item: Item, secret: SecretItem | undefined): Answer[] {
  if (!secret) return [];
  const option = rightOption(item, secret);
  const words = option === undefined ? [] : tokens(option);
  const stated: Answer[] =
    words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length < fewestInOption
      ? []
      : [{ words: spaced(words), where: 'question', what: 'The right option' }];
  return [...stated, ...gapsOf(item).flatMap((gap) => filledGap(secret, gap))];
}

function filledGap({ key }: SecretItem, { id, before, after }: ReturnType<typeof gapsOf>[number]): Answer[] {
  if (!('accepted' in key)) return [];
  const left = tokens(before).slice(-wordsAround);
  const right = tokens(after).slice(0, wordsAround);
  if (
    left.length + right.length < fewestAround ||
    ![...left, ...right].some((word) => /\p{L}{2}/u.test(word))
  )
    return [];
  const accepted = key.accepted;
  const answer = Array.isArray(accepted) ? undefined : accepted[id]?.[0];
  if (answer === undefined) return [];
  return [
    {
      words: spaced([...left, ...tokens(answer), ...right]),
      where: 'words',
      what: `Gap ${id.slice(1)}, filled with «${answer}»,`,
    },
  ];
}

function warning({ id, source }: Item, rule: string, message: string): Finding {
  return { ...source, column: 1, severity: 'warning', rule, message, itemId: id };
}

const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;
