/** The result of a form's last submission; null before the first one. It never contains what was typed. */
export type FormState<T, R extends string> =
  | null
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Exclude<R, 'invalid'> }
  | { readonly ok: false; readonly reason: 'invalid'; readonly fields: FieldErrors };

/** Messages by the name of the field; the empty name stands for the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/**
 * An action that a form posts to. It takes the form alone: `useActionState` would have Next 16.4 send the state of a
 * plain post to the browser but not into the HTML, and React then draws every form anew (error 418).
 */
export type FormAction<T, R extends string> = (form: FormData) => Promise<FormState<T, R>>;
