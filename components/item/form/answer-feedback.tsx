import { type Ref, useEffect, useRef } from 'react';
import type { FeedbackText } from '#components/item/kinds/kind-view.ts';
import { kindOf } from '#components/item/kinds/registry.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { AnswerOutcome, ServedItem } from '#lib/sitting/served-item.ts';
import { attemptsText, pointsText } from './item-text.ts';
import { NotAccepted, notSentWords, outdatedWords } from './not-accepted.tsx';
import type { SentForm } from './use-form.ts';

// The server seldom refuses an answer. The state changes in a transition, which waits for the script.
const RefusedAnswer = lazyPart(() => import('./refused.tsx').then((file) => file.RefusedAnswer));

export interface AnswerFeedbackProps {
  item: ServedItem;
  sent?: Pick<SentForm<SubmitReply, SubmitRefusal>, 'state' | 'notSent' | 'outdated'> | undefined;
}

/** The id of the element with the feedback on an item. */
export const feedbackId = ({ id }: ServedItem): string => `${id}-feedback`;

/** The feedback on the answer. Its live region exists before the message, so that screen readers announce it. */
export function AnswerFeedback({ item, sent }: AnswerFeedbackProps) {
  const line = useFocusOnChange(sent?.state ?? null, (sent?.notSent || sent?.outdated) ?? false);
  return (
    <div ref={line} id={feedbackId(item)} role="status" tabIndex={-1} className="scroll-mt-40 scroll-mb-28">
      <Message item={item} sent={sent} />
    </div>
  );
}

function Message({ item, sent }: AnswerFeedbackProps) {
  const { state = null, notSent = false, outdated = false } = sent ?? {};
  if (outdated) return <NotAccepted words={outdatedWords} />;
  if (notSent) return <NotAccepted words={notSentWords} />;
  if (state?.ok === false) return <RefusedAnswer state={state} />;
  if (state?.ok && state.value.kind === 'incomplete') {
    return <Notice kind="info" title={state.value.message} className="mt-5" />;
  }
  if (state?.ok && state.value.kind === 'unsaved') {
    return <NotAccepted words={{ text: state.value.message, reload: false }} />;
  }
  const gained = state?.ok && state.value.kind === 'recorded' ? state.value.gained : 0;
  const feedback = feedbackText(item, gained);
  return feedback ? <Verdict feedback={feedback} /> : null;
}

function Verdict({ feedback: { kind, title, text, paid } }: { feedback: FeedbackText }) {
  return (
    <Notice kind={kind} title={title} className="mt-5">
      {paid ? <span data-shows="points">{paid}</span> : text}
    </Notice>
  );
}

/**
 * Moves the focus here when the state changes after the first render. If the learner has focused something else
 * meanwhile, the focus stays there; the live region announces the message anyway.
 */
function useFocusOnChange(state: unknown, notSent: boolean): Ref<HTMLDivElement> {
  const line = useRef<HTMLDivElement>(null);
  const seen = useRef<unknown>(state);
  const sentFrom = useRef<Element>(null);
  useEffect(() => {
    const form = line.current?.closest('form');
    const note = (): void => {
      sentFrom.current = document.activeElement;
    };
    form?.addEventListener('submit', note);
    return () => form?.removeEventListener('submit', note);
  }, []);
  useEffect(() => {
    if (state === seen.current && !notSent) return;
    seen.current = state;
    const { activeElement, body } = document;
    if (activeElement !== body && activeElement !== sentFrom.current) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [state, notSent]);
  return line;
}

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
