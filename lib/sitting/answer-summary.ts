import { firstWords } from '#lib/text/rich.ts';
import type { ItemState, ServedItem } from './served-item.ts';

export type AnswerResult = 'right' | 'missed' | 'todo';

/** One item of a round and its result, for a list that links to it. */
export interface AnswerSummary {
  readonly id: string;
  /** The first words of the question; null in a round without answers, which lists none. */
  readonly questionText: string | null;
  readonly result: AnswerResult;
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

/** `freeHints`: the kind’s hints are the other side of a card, so opening one does not count as help. */
export function summariseAnswer(item: ServedItem, freeHints: boolean): AnswerSummary {
  return { id: item.id, questionText: firstWords(item.prompt), ...resultOf(item.state, freeHints) };
}

/** The summary with the result, hints and points of the current `state`. */
export function updateSummary(summary: AnswerSummary, state: ItemState, freeHints: boolean): AnswerSummary {
  return { ...summary, ...resultOf(state, freeHints) };
}

function resultOf({ solved, used, hints, points }: ItemState, freeHints: boolean) {
  const result: AnswerResult = solved ? 'right' : used > 0 ? 'missed' : 'todo';
  return { result, hinted: !freeHints && hints.length > 0, points };
}

export function tallyOf(answers: readonly AnswerSummary[]): RoundTally {
  const count = (wanted: AnswerResult) => answers.filter(({ result }) => result === wanted).length;
  return {
    right: count('right'),
    missed: count('missed'),
    todo: count('todo'),
    hinted: answers.filter(({ hinted }) => hinted).length,
    points: answers.reduce((sum, { points }) => sum + points, 0),
  };
}

/** The summaries of a round as a page sends them: without an answer the texts of its questions are not needed yet. */
export function sentSummaries<Summary extends AnswerSummary>(answers: readonly Summary[]): Summary[] {
  const isStarted = answers.some(({ result }) => result !== 'todo');
  return answers.map((answer) => (isStarted ? answer : { ...answer, questionText: null }));
}

/** "4 right, 1 not yet, 2 with hints, 3 still open". Counts of zero are left out. */
export function tallyText({ right, missed, todo, hinted }: RoundTally): string {
  const parts = [
    right > 0 ? `${right} right` : '',
    missed > 0 ? `${missed} not yet` : '',
    hinted > 0 ? `${hinted} with hints` : '',
    todo > 0 ? `${todo} still open` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
