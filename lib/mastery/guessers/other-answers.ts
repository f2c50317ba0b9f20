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
 * What is learned from the answers of questions: an option is rated by the sum of the log odds of its marks (its words, its
 * first word, its rank by length and the whole text) among right options against wrong ones, as naive Bayes does.
 */
export function otherAnswers(questions: readonly BlindQuestion[]): OtherAnswers {
  const marks = new Map<string, Seen>();
  const all: Seen = { right: 0, wrong: 0 };
  for (const question of questions.filter(isSingleChoice))
    for (const option of question.options) {
      const side = question.right.includes(option.id) ? 'right' : 'wrong';
      all[side]++;
      for (const mark of marksOf(option, question)) {
        const seen = marks.get(mark) ?? { right: 0, wrong: 0 };
        seen[side]++;
        marks.set(mark, seen);
      }
    }
  const usual = (all.right + 0.5) / (all.right + all.wrong + 1);
  return {
    rate(option, question) {
      return marksOf(option, question).reduce((sum, mark) => sum + logOdds(marks.get(mark), usual), 0);
    },
    commonest: (kind) => commonestTyped(questions.filter((question) => question.kind === kind)),
  };
}

function logOdds(seen: Seen | undefined, usual: number): number {
  if (!seen) return 0;
  const share = (seen.right + priorWeight * usual) / (seen.right + seen.wrong + priorWeight);
  return Math.log(share / (1 - share)) - Math.log(usual / (1 - usual));
}

function marksOf({ text }: BlindOption, { options }: Parameters<OptionRating>[1]): string[] {
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
