'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type SubmitEvent, startTransition, useActionState, useRef, useState } from 'react';
import type { FormAction, FormState } from '#lib/form-state.ts';

export interface SentForm<T, R extends string> {
  /** The server’s last result; null before the first. */
  readonly state: FormState<T, R>;
  /** The form did not reach the server; its values are still in it. */
  readonly notSent: boolean;
  /** The server runs a newer build and no longer knows this page’s actions. */
  readonly outdated: boolean;
  readonly pending: boolean;
  readonly form: {
    readonly action: (form: FormData) => void;
    readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
}

type Missed = 'not-sent' | 'outdated';

/**
 * A form that works without a script. With one, it is sent in place: its values stay (React would reset
 * the form after its action), and a lost connection is reported beside the form instead of replacing the page.
 * `permalink` is the address that a plain post leads to, such as `#id` for a place on this page.
 */
export function useForm<T, R extends string>(action: FormAction<T, R>, permalink?: string): SentForm<T, R> {
  const [postedState, post] = useActionState<FormState<T, R>, FormData>(action, null, permalink);
  const [answer, setAnswer] = useState<FormState<T, R>>(null);
  const [missed, setMissed] = useState<Missed | null>(null);
  // Not the state of a transition: React shows no other page before the action of a transition is over.
  const [pending, setPending] = useState(false);
  const isSending = useRef(false);
  const state = answer ?? postedState;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A second click of the same moment sees the state of before.
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    const { nativeEvent, currentTarget } = event;
    const receive = (set: () => void): void => {
      isSending.current = false;
      startTransition(() => {
        setPending(false);
        set();
      });
    };
    sent(action, new FormData(currentTarget, nativeEvent.submitter)).then(
      (result) =>
        receive(() => {
          const isMissed = result === 'not-sent' || result === 'outdated';
          setMissed(isMissed ? result : null);
          if (!isMissed) setAnswer(result);
        }),
      (error: unknown) =>
        receive(() =>
          setAnswer(() => {
            throw error;
          }),
        ),
    );
  };
  return {
    state,
    notSent: missed === 'not-sent',
    outdated: missed === 'outdated',
    pending,
    form: { action: post, onSubmit },
  };
}

/** Errors with a digest come from the server (redirects and bugs); the router or the error page handles them. */
async function sent<T, R extends string>(
  action: FormAction<T, R>,
  form: FormData,
): Promise<FormState<T, R> | Missed> {
  try {
    return await action(null, form);
  } catch (error) {
    if (error instanceof Error && 'digest' in error) throw error;
    return unstable_isUnrecognizedActionError(error) ? 'outdated' : 'not-sent';
  }
}
