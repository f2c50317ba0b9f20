import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { FormAction, FormState } from '#lib/form-state.ts';

/** What each request's form was told, kept by the request's own headers object: it goes when the request goes. */
const told = new WeakMap<object, { readonly action: unknown; readonly state: unknown }>();

/** The same action, whose answer can be read by the page that is drawn in the same request. */
export function rememberState<T, R extends string>(answer: FormAction<T, R>): FormAction<T, R> {
  const action: FormAction<T, R> = async (form) => {
    const request = await headers();
    // Next 16.4 draws the page after a plain post as a part of the action unless something was refreshed: cookies can
    // then still be written, and `next dev` answers 500 when the page reads one. A script names its action in a header.
    if (!request.has('next-action')) refresh();
    const state = await answer(form);
    told.set(request, { action, state });
    return state;
  };
  return action;
}

/**
 * What this form was told, when it was posted without a script a moment ago; else null. A form passes it to
 * `useForm` or `useAccountForm`, so that the HTML and the script that takes it over start from the same state.
 */
export async function stateOfPost<T, R extends string>(action: FormAction<T, R>): Promise<FormState<T, R>> {
  const last = told.get(await headers());
  return last?.action === action ? (last.state as FormState<T, R>) : null; // Same action, hence the same types.
}
