'use client';

import { type SentForm, useForm } from '#components/item/form/use-form.ts';
import type { FormAction, FormState } from '#lib/form-state.ts';

/** `useForm` that starts with the reply to a form that was posted without a script. */
export function usePostedForm<T, R extends string>(
  action: FormAction<T, R>,
  postedState: FormState<T, R>,
): SentForm<T, R> {
  const sent = useForm(action);
  return { ...sent, state: sent.state ?? postedState };
}
