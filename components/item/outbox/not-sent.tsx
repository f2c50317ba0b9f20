import { useEffect, useRef, useState } from 'react';
import { draftForm } from '#components/item/draft/draft-form.ts';
import { NotAccepted, notSentWords } from '#components/item/form/not-accepted.tsx';
import { onAnswered } from '#components/shell/answered-event.ts';
import { Notice } from '#components/ui/notice.tsx';
import { mayAnswerLater } from '#lib/sitting/answer-request.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { AnswerStore } from './answer-store.ts';
import { lastSent } from './last-sent.ts';

export interface NotSentProps {
  item: ServedItem;
}

type Outcome = 'kept' | 'timed' | 'not-kept';

/** In place of feedback, when an answer did not reach the server: it is kept on this device if it may be sent later. */
export function NotSent({ item }: NotSentProps) {
  const place = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isTimed = item.state.deadline !== null;
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const keep = (): void => setOutcome(isTimed ? 'timed' : keepAnswer(form));
    keep();
    // After the listener that remembers what was submitted.
    const keepAgain = (): void => void setTimeout(keep);
    form.addEventListener('submit', keepAgain);
    return () => form.removeEventListener('submit', keepAgain);
  }, [isTimed]);
  return (
    <div ref={place}>
      {outcome === 'kept' ? (
        <Notice title="Saved on this device" className="mt-5">
          It will be sent when you are online. It is graded then, so there is no feedback before.
        </Notice>
      ) : outcome === null ? null : (
        <NotAccepted words={outcome === 'timed' ? timedWords : notSentWords} />
      )}
    </div>
  );
}

const timedWords = {
  text: 'Your answer did not reach the server. A challenge and a test need a connection: the answer is still here, so press the button again when you are back. The clock of the server goes on.',
  reload: false,
};

function keepAnswer(form: HTMLFormElement): Outcome {
  const fields = lastSent(form);
  if (!mayAnswerLater(fields.activity?.[0] ?? '')) return 'timed';
  const reader = document.querySelector<HTMLElement>('header[data-reader]')?.dataset.reader;
  if (!reader || !fields.key?.[0]) return 'not-kept';
  const { page, text } = draftForm(form);
  const answer = { fields, at: Date.now(), page: page(), words: text() };
  const store = new AnswerStore(reader);
  if (!store.keep(answer)) return 'not-kept';
  // A second press may reach the server after all: then there is nothing left to send.
  const stop = onAnswered(({ item }) => {
    if (item?.id !== fields.item?.[0]) return;
    store.remove(answer);
    stop();
  });
  return 'kept';
}
