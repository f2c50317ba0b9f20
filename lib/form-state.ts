/** The result of a form's last submission; null before the first one. It never contains what was typed. */
export type FormState<T, R extends string> =
  | null
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Exclude<R, 'invalid'>; readonly waitSeconds?: number }
  | { readonly ok: false; readonly reason: 'invalid'; readonly fields: FieldErrors };

/** Messages by the name of the field; the empty name stands for the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** What is wrong with the form as a whole, such as a server that cannot store it. */
export function formProblem<T, R extends string>(state: FormState<T, R>): string | undefined {
  return state !== null && !state.ok && 'fields' in state ? state.fields['']?.[0] : undefined;
}

/** An action that a form posts to. `useActionState` gives it the state before, which no action reads. */
export type FormAction<T, R extends string> = (before: unknown, form: FormData) => Promise<FormState<T, R>>;
