import { firstWords } from '#lib/text/rich.ts';
import type { ItemState, ServedItem } from './served-item.ts';

export type AnswerMark = 'right' | 'missed' | 'todo';

/** One item of a round and how it went, for a list that links to it. */
export interface AnswerSummary {
  readonly id: string;
  /** The question's first words. */
  readonly words: string;
  readonly mark: AnswerMark;
  readonly hinted: boolean;
  /** Points paid in this round. */
  readonly points: number;
}

export interface RoundTally {
  readonly right: number;
  readonly missed: number;
  readonly todo: number;
  readonly hinted: number;
  readonly points: number;
}

/** `freeHints`: what is opened there is the other side of a card, not help. */
export function summariseAnswer(item: ServedItem, freeHints: boolean): AnswerSummary {
  return { id: item.id, words: firstWords(item.prompt), ...after(item.state, freeHints) };
}

/** The same item after an answer. */
export function updateSummary(summary: AnswerSummary, state: ItemState, freeHints: boolean): AnswerSummary {
  return { ...summary, ...after(state, freeHints) };
}

function after({ solved, used, hints, points }: ItemState, freeHints: boolean) {
  const mark: AnswerMark = solved ? 'right' : used > 0 ? 'missed' : 'todo';
  return { mark, hinted: !freeHints && hints.length > 0, points };
}

export function tallyOf(answers: readonly AnswerSummary[]): RoundTally {
  const count = (wanted: AnswerMark) => answers.filter(({ mark }) => mark === wanted).length;
  return {
    right: count('right'),
    missed: count('missed'),
    todo: count('todo'),
    hinted: answers.filter(({ hinted }) => hinted).length,
    points: answers.reduce((sum, { points }) => sum + points, 0),
  };
}

/** "4 right, 1 not yet, 2 with hints, 3 still open": only what there is. */
export function tallyWords({ right, missed, todo, hinted }: RoundTally): string {
  const parts = [
    right > 0 ? `${right} right` : '',
    missed > 0 ? `${missed} not yet` : '',
    hinted > 0 ? `${hinted} with hints` : '',
    todo > 0 ? `${todo} still open` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
