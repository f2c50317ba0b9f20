'use client';

import { type SentForm, useForm } from '#components/item/form/use-form.ts';
import type { FormAction, FormState } from '#lib/form-state.ts';

/** `useForm`, beginning with what the form was told when it was posted without a script. */
export function usePostedForm<T, R extends string>(
  action: FormAction<T, R>,
  told: FormState<T, R>,
): SentForm<T, R> {
  const sent = useForm(action);
  return { ...sent, state: sent.state ?? told };
}
