import type { AnswerOutcome } from '#lib/sitting/served-item.ts';
import type { FeedbackText } from './kind-view.ts';

export const noted = (title: string, text: string): FeedbackText => ({ kind: 'info', title, text });

/** "1 of 3 blanks is right." */
export function rightOf({ parts }: AnswerOutcome, noun: string, word: string): string {
  const states = Object.values(parts);
  const right = states.filter((state) => state === 'right').length;
  return `${right} of ${states.length} ${noun}s ${right === 1 ? 'is' : 'are'} ${word}.`;
}
