import type { FeedbackText } from '#components/item/kinds/kind-view.ts';
import { kindOf } from '#components/item/kinds/registry.ts';
import { Mark } from '#components/ui/mark.tsx';
import type { NoticeKind } from '#components/ui/notice.tsx';
import type { AnswerOutcome, ServedItem } from '#lib/sitting/served-item.ts';
import { attemptsText, pointsText } from './item-text.ts';

export interface FeedbackLineProps {
  item: ServedItem;
  /** The points that the last answer has earned. */
  gained: number;
}

/** The feedback on the last answer, with the points that it earned; nothing before the first. */
export function FeedbackLine({ item, gained }: FeedbackLineProps) {
  const feedback = feedbackText(item, gained);
  if (!feedback) return null;
  const { kind, title, text, paid } = feedback;
  return (
    <p className="feedback-line">
      <Mark kind={kind} />
      <span>
        <strong className={colours[kind]}>{title}</strong>{' '}
        {paid ? (
          <span data-shows="points" className="font-semibold text-right">
            + {paid}
          </span>
        ) : (
          text
        )}
      </span>
    </p>
  );
}

const colours = {
  info: 'text-accent',
  right: 'text-right',
  wrong: 'text-wrong',
  unsure: 'text-unsure',
} as const satisfies Record<NoticeKind, string>;

/** The feedback on the last answer; null before the first. */
function feedbackText(item: ServedItem, gained: number): FeedbackText | null {
  const { used, outcome, answer, timeOver, settled } = item.state;
  if (timeOver) {
    const text =
      used > 0
        ? 'The last answer that you checked or that was saved counts.'
        : 'You did not check an answer in time. The last saved answer counts.';
    return { kind: 'info', title: 'Time is up', text };
  }
  if (used === 0 || !answer) return settled ? { kind: 'info', title: 'Not answered', text: '' } : null;
  if (!outcome) return { kind: 'info', title: 'Saved', text: 'You will see how it went at the end.' };
  return kindOf(item).noted?.(answer, outcome) ?? graded(item, outcome, gained);
}

function graded(item: ServedItem, outcome: AnswerOutcome, gained: number): FeedbackText {
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
