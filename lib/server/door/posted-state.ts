import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { FormAction, FormState } from '#lib/form-state.ts';

/** The result of each request's form action. The map is keyed by the request's headers object, so an entry lives as long. */
const states = new WeakMap<object, { readonly action: unknown; readonly state: unknown }>();

/** The same action; its result can be read by the page that is rendered in the same request. */
export function rememberState<T, R extends string>(run: FormAction<T, R>): FormAction<T, R> {
  const action: FormAction<T, R> = async (form) => {
    const request = await headers();
    // After a plain post Next 16.4 renders the page as part of the action unless something was refreshed: cookies can
    // then still be written, and `next dev` answers 500 when the page reads one. Scripts name the action in a header.
    if (!request.has('next-action')) refresh();
    const state = await run(form);
    states.set(request, { action, state });
    return state;
  };
  return action;
}

/**
 * The result of this form’s action if the form was posted in this request without a script; otherwise null. A form passes it to
 * `useForm` or `useAccountForm`, so that the HTML and the script that takes it over start from the same state.
 */
export async function stateOfPost<T, R extends string>(action: FormAction<T, R>): Promise<FormState<T, R>> {
  const last = states.get(await headers());
  return last?.action === action ? (last.state as FormState<T, R>) : null; // Same action, hence the same types.
}
