import { type Answer, itemType, type Level } from '#lib/item/registry.ts';
import { answeredItem, type FoundItem } from '#lib/lesson/library.ts';
import type { Choices } from '#lib/statistics/distractors.ts';
import type { MarkTable } from '#lib/statistics/item-statistics.ts';

/** An answer of the ledger, as statistics of items use it. */
export interface CountedAnswer {
  readonly userId: string;
  readonly itemId: string;
  readonly itemVersion: string;
  readonly sittingId: string;
  readonly answer: Answer;
  readonly verdict: 'right' | 'wrong' | 'open';
  readonly score: number;
  /** The chance of a lucky guess; null in answers that count in no statistics, such as those of guests. */
  readonly guess: number | null;
  readonly hintsOpened: number;
  readonly durationMs: number | null;
}

/** An item with what its statistics are computed from. All answers are of different people. */
export interface AnsweredItem {
  readonly itemId: string;
  readonly level: Level;
  readonly timeMs: number | null;
  /** For a question with one right option that is the same for everybody; null for any other. */
  readonly options: { readonly ids: readonly string[]; readonly right: string } | null;
  readonly firstAnswers: readonly CountedAnswer[];
  /** The answers after a hint that was opened after a wrong answer, one of each person. */
  readonly afterHint: readonly CountedAnswer[];
}

/** The answered items of one lesson, with their first answers as tables: people in rows, items in columns. */
export interface AnsweredLesson {
  readonly items: readonly AnsweredItem[];
  readonly marks: MarkTable;
  readonly choices: Choices;
  readonly seconds: readonly (readonly (number | null)[])[];
}

/** In the cells of items that are no single choice: only whether the answer was right is known of them. */
const rightCell = '✓';
const wrongCell = '✗';

/**
 * Sorts the answers of a lesson, given in the order of the ledger. First answers count alone, since later ones follow
 * feedback; and only those to the item as it is now, since others answered another question.
 */
export function answeredLesson(
  found: readonly FoundItem[],
  answers: readonly CountedAnswer[],
): AnsweredLesson {
  const counted = answers.filter(({ guess }) => guess !== null);
  const items = found.flatMap((one): AnsweredItem[] => {
    const item = answered(
      one,
      counted.filter(({ itemId }) => itemId === one.item.id),
    );
    return item.firstAnswers.length > 0 ? [item] : [];
  });
  return inTables(items);
}

/** The items with their first answers as tables. */
export function inTables(items: readonly AnsweredItem[]): AnsweredLesson {
  const people = [...new Set(items.flatMap(({ firstAnswers }) => firstAnswers.map(({ userId }) => userId)))];
  const byPerson = items.map(
    ({ firstAnswers }) => new Map(firstAnswers.map((answer) => [answer.userId, answer])),
  );
  const table = <T>(cell: (answer: CountedAnswer, item: AnsweredItem) => T) =>
    people.map((userId) =>
      items.map((item, at) => {
        const answer = byPerson[at]?.get(userId);
        return answer ? cell(answer, item) : null;
      }),
    );
  const ids = items.map(({ itemId }) => itemId);
  return {
    items,
    marks: { items: ids, max: ids.map(() => 1), marks: table(({ score }) => score) },
    choices: {
      items: ids,
      chosen: table((answer, item) => chosenOption(answer, item)),
      key: items.map(({ options }) => options?.right ?? rightCell),
    },
    seconds: table(({ durationMs }) => (durationMs === null ? null : durationMs / 1000)),
  };
}

/** The option that an answer to a single choice chose. */
export function chosenOption({ answer, verdict }: CountedAnswer, { options }: AnsweredItem): string {
  if (!options) return verdict === 'right' ? rightCell : wrongCell;
  return 'options' in answer ? (answer.options[0] ?? '') : '';
}

function answered(found: FoundItem, answers: readonly CountedAnswer[]): AnsweredItem {
  const { item, secret } = found;
  const isCurrent = ({ itemVersion }: CountedAnswer) => answeredItem(found, itemVersion) !== undefined;
  const single = item.varies ? null : itemType(item.type).singleChoice?.(item.body, secret.open().key);
  return {
    itemId: item.id,
    level: item.level,
    timeMs: item.timeMs,
    options: single ? { ids: single.options.map(({ id }) => id), right: single.right } : null,
    firstAnswers: firstOfEach(answers).filter(isCurrent),
    afterHint: firstOfEach(followingHints(answers).filter(isCurrent)),
  };
}

function firstOfEach(answers: readonly CountedAnswer[]): CountedAnswer[] {
  const firsts = new Map<string, CountedAnswer>();
  for (const answer of answers) if (!firsts.has(answer.userId)) firsts.set(answer.userId, answer);
  return [...firsts.values()];
}

/** Answers right after a wrong one in the same sitting, with more hints opened than for that one. */
function followingHints(answers: readonly CountedAnswer[]): CountedAnswer[] {
  const before = new Map<string, CountedAnswer>();
  return answers.filter((answer) => {
    const last = before.get(answer.sittingId);
    before.set(answer.sittingId, answer);
    return last?.verdict === 'wrong' && answer.hintsOpened > last.hintsOpened;
  });
}
