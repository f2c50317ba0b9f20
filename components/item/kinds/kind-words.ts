import type { NoticeKind } from '#components/ui/notice.tsx';
import type { Answer } from '#lib/item/registry.ts';
import type { Outcome } from '#lib/sitting/served-item.ts';

export interface Said {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  /** Points paid, in words. */
  readonly paid?: string;
}

export const noted = (title: string, text: string): Said => ({ kind: 'info', title, text });

/** When a card comes back, by its rating. */
export function cardNoted(answer: Answer): Said {
  const again = 'rating' in answer && answer.rating === 'again';
  return noted('Noted', again ? 'This card comes back soon.' : 'This card comes back when it is due.');
}

export function recallNoted(_answer: Answer, { correct, checklist = [] }: Outcome): Said {
  const found = checklist.filter((concept) => concept.found).length;
  return correct
    ? noted(`${found} of ${checklist.length} remembered`, '')
    : noted('Written down', 'Compare it with the list and tick what your text says.');
}

/** "1 of 3 blanks is right." */
export function rightOf({ parts }: Outcome, noun: string, word: string): string {
  const states = Object.values(parts);
  const right = states.filter((state) => state === 'right').length;
  return `${right} of ${states.length} ${noun}s ${right === 1 ? 'is' : 'are'} ${word}.`;
}

export const missingTicks = ({ parts }: Outcome): string =>
  Object.values(parts).every((state) => state === 'right')
    ? 'What you ticked is right. Something is missing.'
    : '';

/** The number fits and its unit does not, or the other way round. */
export function numberOrUnit({ parts }: Outcome): string {
  if (parts.unit === undefined || parts.unit === parts.number) return '';
  return parts.unit === 'right'
    ? 'The unit is right, the number is not.'
    : 'The number is right, the unit is not.';
}
