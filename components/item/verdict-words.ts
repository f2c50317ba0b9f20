import type { NoticeKind } from '#components/ui/notice.tsx';
import type { Answer, ItemTypeName } from '#lib/item/registry.ts';
import type { Outcome, ServedItem } from '#lib/sitting/served-item.ts';

export interface Said {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
}

/** What became of the last answer, in a word and a sentence; null when there is nothing to say yet. */
export function verdictWords(item: ServedItem, gained: number): Said | null {
  const { used, outcome, answer, timeOver, settled } = item.state;
  if (timeOver) {
    const text =
      used > 0
        ? 'The last answer you checked or saved counts.'
        : 'No answer was checked in time. What was saved last counts.';
    return { kind: 'info', title: 'Time is up', text };
  }
  if (used === 0 || !answer) return settled ? { kind: 'info', title: 'Not answered', text: '' } : null;
  if (!outcome) return { kind: 'info', title: 'Saved', text: 'You will see how it went at the end.' };
  return openWords[item.type]?.(answer, outcome) ?? graded(item, outcome, gained);
}

/** Kinds that nobody can fail say what was noted. */
const openWords: Partial<Record<ItemTypeName, (answer: Answer, outcome: Outcome) => Said>> = {
  card: (answer) => ({
    kind: 'info',
    title: 'Noted',
    text:
      'rating' in answer && answer.rating === 'again'
        ? 'This card comes back soon.'
        : 'This card comes back when it is due.',
  }),
  recall: (_answer, { correct, checklist = [] }) => ({
    kind: 'info',
    title: correct
      ? `${count(checklist, ({ found }) => found)} of ${checklist.length} remembered`
      : 'Written down',
    text: correct ? '' : 'Compare it with the list and tick what your text says.',
  }),
  'what-if': () => ({ kind: 'info', title: 'Written down', text: 'Compare it with the model answer.' }),
};

function graded({ type, state }: ServedItem, outcome: Outcome, gained: number): Said {
  if (outcome.correct) {
    const points = gained || state.points;
    return { kind: 'right', title: 'Right', text: points > 0 ? `${pointsText(points)}.` : '' };
  }
  const part = partly[type]?.(outcome) ?? '';
  if (state.settled) return { kind: 'wrong', title: 'Not this time', text: part };
  return { kind: 'wrong', title: 'Not yet', text: [part, triesText(state.left)].filter(Boolean).join(' ') };
}

/** How far an answer came that is not right as a whole. */
const partly: Partial<Record<ItemTypeName, (outcome: Outcome) => string>> = {
  blanks: ({ parts }) => rightOf(parts, 'blank', 'right'),
  order: ({ parts }) => rightOf(parts, 'step', 'in order'),
  choice: ({ parts }) =>
    Object.values(parts).every((state) => state === 'right')
      ? 'What you ticked is right. Something is missing.'
      : '',
};

/** "1 of 3 blanks is right." */
function rightOf(parts: Outcome['parts'], noun: string, word: string): string {
  const states = Object.values(parts);
  const right = count(states, (state) => state === 'right');
  return `${right} of ${states.length} ${noun}s ${right === 1 ? 'is' : 'are'} ${word}.`;
}

function count<T>(list: readonly T[], test: (entry: T) => boolean): number {
  return list.filter(test).length;
}

export function triesText(left: number | null): string {
  if (left === null) return 'Try again as often as you like.';
  return left === 1 ? '1 try left.' : `${left} tries left.`;
}

export const pointsText = (points: number): string => (points === 1 ? '1 point' : `${points} points`);
