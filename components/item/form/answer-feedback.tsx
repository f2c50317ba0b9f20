import { type ComponentType, lazy, type Ref, useEffect, useRef } from 'react';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { NotAccepted, notSentWords, outdatedWords } from './not-accepted.tsx';
import type { SentForm } from './use-form.ts';

// The server seldom refuses an answer. The state changes in a transition, which waits for the script.
const RefusedAnswer = lazyPart(() => import('./refused.tsx').then((file) => file.RefusedAnswer));

// Before the first answer there is nothing to say.
const loadLine = () => import('./feedback-line.tsx').then((file) => file.FeedbackLine);
const FeedbackLine = lazyPart(loadLine);

const NotKept = () => <NotAccepted words={notSentWords} />;

// Without a connection the script comes from what the browser keeps. Where it keeps nothing, neither are answers kept.
const NotSent = lazy<ComponentType<{ item: ServedItem }>>(() =>
  import('#components/item/outbox/not-sent.tsx').then(
    (file) => ({ default: file.NotSent }),
    () => ({ default: NotKept }),
  ),
);

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
    <div ref={line} id={feedbackId(item)} role="status" tabIndex={-1} className="feedback">
      <Message item={item} sent={sent} />
    </div>
  );
}

function Message({ item, sent }: AnswerFeedbackProps) {
  const { state = null, notSent = false, outdated = false } = sent ?? {};
  if (outdated) return <NotAccepted words={outdatedWords} />;
  if (notSent) return <NotSent item={item} />;
  if (state?.ok === false) return <RefusedAnswer state={state} />;
  if (state?.ok && state.value.kind === 'incomplete') {
    return <Notice kind="info" title={state.value.message} />;
  }
  if (state?.ok && state.value.kind === 'unsaved') {
    return <NotAccepted words={{ text: state.value.message, reload: false }} />;
  }
  const gained = state?.ok && state.value.kind === 'recorded' ? state.value.gained : 0;
  return hasFeedback(item) ? <FeedbackLine item={item} gained={gained} /> : null;
}

/** Whether there is something to say about an answer: once it is given, or can no longer be. */
const hasFeedback = ({ state: { used, answer, timeOver, settled } }: ServedItem): boolean =>
  timeOver || settled || (used > 0 && answer !== null);

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
      // While the answer is graded; if it fails, it is tried again once there is feedback.
      loadLine().catch(() => undefined);
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
    // On a phone the line stays at the bottom of the screen; what is said of the chosen option may be below it.
    line.current
      ?.closest('form')
      ?.querySelector('.option:has(:checked)')
      ?.scrollIntoView({ block: 'nearest' });
  }, [state, notSent]);
  return line;
}
