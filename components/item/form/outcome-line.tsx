import { type Ref, useEffect, useRef } from 'react';
import type { Said } from '#components/item/kinds/kind-view.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/form-state.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { invalidWords, notSentWords, outdatedWords, type RefusalWords, submitRefusals } from './refusals.ts';
import { ReloadLink } from './reload-link.tsx';
import type { SentForm } from './use-form.ts';
import { verdictWords } from './verdict-words.ts';

export interface OutcomeLineProps {
  item: ServedItem;
  sent?: Pick<SentForm<SubmitReply, SubmitRefusal>, 'state' | 'notSent' | 'outdated'> | undefined;
}

/** What became of the answer, in one line that is there before it speaks and takes the focus when it does. */
export function AnswerFeedback({ item, sent }: OutcomeLineProps) {
  const line = useFocusOnNews(sent?.state ?? null, (sent?.notSent || sent?.outdated) ?? false);
  return (
    <div ref={line} role="status" tabIndex={-1} className="scroll-mb-28">
      <Spoken item={item} sent={sent} />
    </div>
  );
}

function Spoken({ item, sent }: OutcomeLineProps) {
  const { state = null, notSent = false, outdated = false } = sent ?? {};
  if (outdated) return <Refused words={outdatedWords} />;
  if (notSent) return <Refused words={notSentWords} />;
  if (state?.ok === false) return <Refused words={refusal(state)} />;
  if (state?.ok && state.value.kind === 'incomplete') {
    return <Notice kind="info" title={state.value.message} className="mt-5" />;
  }
  const gained = state?.ok && state.value.kind === 'recorded' ? state.value.gained : 0;
  const said = verdictWords(item, gained);
  return said ? <Verdict said={said} /> : null;
}

function Verdict({ said: { kind, title, text, paid } }: { said: Said }) {
  return (
    <Notice kind={kind} title={title} className="mt-5">
      {paid ? <span data-shows="points">{paid}</span> : text}
    </Notice>
  );
}

function Refused({ words: { text, reload } }: { words: RefusalWords }) {
  return (
    <Notice kind="unsure" title="Not taken" action={reload ? <ReloadLink /> : null} className="mt-5">
      {text}
    </Notice>
  );
}

type Failed = Extract<FormState<SubmitReply, SubmitRefusal>, { ok: false }>;

function refusal(state: Failed): RefusalWords {
  if (state.reason !== 'invalid') return submitRefusals[state.reason];
  const own = state.fields['']?.[0];
  return own ? { text: own, reload: true } : invalidWords;
}

/**
 * Moves the focus when the state changes after the page was drawn, and then only. Who has gone on to something else
 * while the answer travelled keeps the focus there: the line is spoken all the same.
 */
function useFocusOnNews(state: unknown, notSent: boolean): Ref<HTMLDivElement> {
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
