'use client';

import {
  type FormEvent,
  type SetStateAction,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { FormAction, FormState } from '#lib/form-state.ts';

/**
 * A form that works without a script. With one, it keeps its values when the server refuses them
 * (React resets a form after its action) and moves the focus to the error.
 */
export function useAccountForm<T, R extends string>(action: FormAction<T, R>) {
  const [postedState, post] = useActionState<FormState<T, R>, FormData>(action, null);
  const [state, setState] = useState(postedState);
  // Not the state of a transition: React shows no other page before the action of a transition is over.
  const [pending, setPending] = useState(false);
  const isSending = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state === null) return;
    if (state.ok) clearSecrets(form.current);
    form.current?.querySelector<HTMLElement>('[role=alert], [role=status], [aria-invalid=true]')?.focus();
  }, [state]);

  useEffect(() => {
    // The router may show this page again; a typed password must not stay in it.
    const left = form.current;
    return () => clearSecrets(left);
  }, []);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A second click of the same moment sees the state of before.
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    const receive = (next: SetStateAction<FormState<T, R>>) => {
      isSending.current = false;
      startTransition(() => {
        setPending(false);
        setState(next);
      });
    };
    action(null, new FormData(event.currentTarget)).then(receive, (error: unknown) =>
      receive(() => {
        throw error;
      }),
    );
  };

  return { state, pending, form: { ref: form, action: post, onSubmit } };
}

function clearSecrets(form: HTMLFormElement | null): void {
  for (const field of form?.querySelectorAll<HTMLInputElement>('input[type=password]') ?? [])
    field.value = '';
}

/** The first error of a field, or of the form as a whole for the empty name. */
export function errorOf<T, R extends string>(state: FormState<T, R>, name: string): string | undefined {
  return state !== null && !state.ok && 'fields' in state ? state.fields[name]?.[0] : undefined;
}

/** When to try again after a refusal that ends by itself, as a sentence. */
export function retryAdvice<T, R extends string>(state: FormState<T, R>): string {
  const seconds = state !== null && !state.ok && 'waitSeconds' in state ? (state.waitSeconds ?? 0) : 0;
  if (seconds === 0) return 'Try again in a moment.';
  if (seconds === 1) return 'Try again in a second.';
  return seconds < 120
    ? `Try again in ${seconds} seconds.`
    : `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

/** Why a valid form was refused; null when it was not. */
export function refusalOf<T, R extends string>(state: FormState<T, R>): Exclude<R, 'invalid'> | null {
  return state === null || state.ok || 'fields' in state ? null : state.reason;
}
