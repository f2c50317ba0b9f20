'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type SubmitEvent, startTransition, useState, useTransition } from 'react';
import type { FormAction, FormState } from '#lib/form-state.ts';

export interface SentForm<T, R extends string> {
  /** What the server said last; null before the first answer. */
  readonly state: FormState<T, R>;
  /** The form never reached the server; what was typed is still in it. */
  readonly notSent: boolean;
  /** The server has been updated and does not know this page's forms any more. */
  readonly outdated: boolean;
  readonly pending: boolean;
  readonly form: {
    readonly action: (form: FormData) => void;
    readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
}

type Missed = 'not-sent' | 'outdated';

/**
 * A form that works without a script and, with one, is sent in place: what was typed stays as it is (React would reset
 * a form after its action), and a broken connection is told beside the form instead of replacing the page.
 * `told` is what the server said to a form without a script, as the page knows it.
 */
export function useForm<T, R extends string>(
  action: FormAction<T, R>,
  told: FormState<T, R> = null,
): SentForm<T, R> {
  const [answer, setAnswer] = useState<FormState<T, R>>(null);
  const [missed, setMissed] = useState<Missed | null>(null);
  const [pending, start] = useTransition();
  const state = answer ?? told;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    const { nativeEvent, currentTarget } = event;
    const form = new FormData(currentTarget, nativeEvent.submitter);
    start(async () => {
      const result = await sent(action, form);
      startTransition(() => {
        const isMissed = result === 'not-sent' || result === 'outdated';
        setMissed(isMissed ? result : null);
        if (!isMissed) setAnswer(result);
      });
    });
  };
  return {
    state,
    notSent: missed === 'not-sent',
    outdated: missed === 'outdated',
    pending,
    form: { action, onSubmit },
  };
}

/** Errors with a digest come from the server (a redirect, a bug) and are the router's or the error page's. */
async function sent<T, R extends string>(
  action: FormAction<T, R>,
  form: FormData,
): Promise<FormState<T, R> | Missed> {
  try {
    return await action(form);
  } catch (error) {
    if (error instanceof Error && 'digest' in error) throw error;
    return unstable_isUnrecognizedActionError(error) ? 'outdated' : 'not-sent';
  }
}
