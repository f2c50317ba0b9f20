import type { Said } from '#components/item/kinds/kind-view.ts';
import { kindOf } from '#components/item/kinds/registry.ts';
import type { Outcome, ServedItem } from '#lib/sitting/served-item.ts';
import { attemptsText, pointsText } from './item-words.ts';

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
  return kindOf(item).noted?.(answer, outcome) ?? graded(item, outcome, gained);
}

function graded(item: ServedItem, outcome: Outcome, gained: number): Said {
  const { state } = item;
  if (outcome.correct) {
    const points = gained || state.points;
    return {
      kind: 'right',
      title: 'Right',
      text: '',
      ...(points > 0 ? { paid: `${pointsText(points)}.` } : {}),
    };
  }
  const part = kindOf(item).partly?.(outcome) ?? '';
  if (state.settled) return { kind: 'wrong', title: 'Not this time', text: part };
  return {
    kind: 'wrong',
    title: 'Not yet',
    text: [part, attemptsText(state.left)].filter(Boolean).join(' '),
  };
}
