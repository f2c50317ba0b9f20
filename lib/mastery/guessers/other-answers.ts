import { type BlindOption, type BlindQuestion, isSingleChoice } from './blind-question.ts';
import type { OptionRating } from './option-ratings.ts';

/** How often a mark was seen on right and on wrong options. */
interface Seen {
  right: number;
  wrong: number;
}

/** What the right answers of some questions have in common. */
export interface OtherAnswers {
  readonly rate: OptionRating;
  /** The typed answer that is right most often, by kind of question; undefined if none is right twice. */
  commonest(kind: string): BlindQuestion['typed'] | undefined;
}

/** As many options with the usual share of right ones are added to those with a mark. */
const priorWeight = 2;
const fewestTimes = 2;

/**
 * What the answers of other questions have in common, for each part of a lesson: those of the other parts and `others`. An
 * option is rated by the sum of the log odds of its marks (its words, its first word, its rank by length and the whole text)
 * among right options against wrong ones, as naive Bayes does.
 */
export function otherAnswers(
  others: readonly BlindQuestion[],
  own: ReadonlyMap<string, readonly BlindQuestion[]>,
): ReadonlyMap<string, OtherAnswers> {
  const counted = countMarks([...others, ...[...own.values()].flat()]);
  return new Map(
    [...own].map(([part, questions]) => {
      const elsewhere = without(counted, countMarks(questions));
      const rest = [...own].flatMap(([name, asked]) => (name === part ? [] : asked));
      const typed = new Map<string, BlindQuestion['typed'] | undefined>();
      return [
        part,
        {
          rate: (option, question) =>
            marksOf(option, question).reduce(
              (sum, mark) => sum + logOdds(elsewhere.seen(mark), elsewhere.usual),
              0,
            ),
          commonest(kind) {
            if (!typed.has(kind))
              typed.set(
                kind,
                commonestTyped([...others, ...rest].filter((question) => question.kind === kind)),
              );
            return typed.get(kind);
          },
        } satisfies OtherAnswers,
      ];
    }),
  );
}

interface Marks {
  readonly byMark: ReadonlyMap<string, Seen>;
  readonly all: Seen;
}

function countMarks(questions: readonly BlindQuestion[]): Marks {
  const byMark = new Map<string, Seen>();
  const all: Seen = { right: 0, wrong: 0 };
  for (const question of questions.filter(isSingleChoice))
    for (const option of question.options) {
      const side = question.right.includes(option.id) ? 'right' : 'wrong';
      all[side]++;
      for (const mark of marksOf(option, question)) {
        const seen = byMark.get(mark);
        if (seen) seen[side]++;
        else byMark.set(mark, { right: 0, wrong: 0, [side]: 1 });
      }
    }
  return { byMark, all };
}

/** The counts of all questions but some of them. */
function without(
  { byMark, all }: Marks,
  some: Marks,
): { seen: (mark: string) => Seen; readonly usual: number } {
  const none: Seen = { right: 0, wrong: 0 };
  const less = (a: Seen, b: Seen): Seen => ({ right: a.right - b.right, wrong: a.wrong - b.wrong });
  const { right, wrong } = less(all, some.all);
  return {
    seen: (mark) => less(byMark.get(mark) ?? none, some.byMark.get(mark) ?? none),
    usual: (right + 0.5) / (right + wrong + 1),
  };
}

function logOdds({ right, wrong }: Seen, usual: number): number {
  if (right + wrong === 0) return 0;
  const share = (right + priorWeight * usual) / (right + wrong + priorWeight);
  return Math.log(share / (1 - share)) - Math.log(usual / (1 - usual));
}

/** The marks of options that were asked for before: neighbouring lessons learn from the same questions. */
const known = new WeakMap<BlindOption, readonly string[]>();

/** @param question the one that the option belongs to */
function marksOf(option: BlindOption, question: Parameters<OptionRating>[1]): readonly string[] {
  const before = known.get(option);
  if (before) return before;
  const marks = foundMarks(option, question);
  known.set(option, marks);
  return marks;
}

function foundMarks({ text }: BlindOption, { options }: Parameters<OptionRating>[1]): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const longer = options.filter((other) => other.text.length > text.length).length;
  return [
    ...new Set(words),
    `begins ${words[0] ?? ''}`,
    `has ${options.length - longer} of ${options.length}`,
    `is ${text.toLowerCase()}`,
  ];
}

function commonestTyped(questions: readonly BlindQuestion[]): BlindQuestion['typed'] | undefined {
  const times = new Map<string, number>();
  for (const { typed } of questions) if (typed) times.set(typed.text, (times.get(typed.text) ?? 0) + 1);
  const [most] = [...times].toSorted(([, a], [, b]) => b - a);
  return most && most[1] >= fewestTimes
    ? questions.find(({ typed }) => typed?.text === most[0])?.typed
    : undefined;
}
