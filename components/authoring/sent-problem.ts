import type { SentForm } from '#components/item/form/use-form.ts';
import { type FormState, formProblem } from '#lib/form-state.ts';
import { type AuthoringRefusal, authoringRefusals } from '#lib/lesson/authoring.ts';

/** Why an author's form was not carried out; undefined when it was, or was not sent yet. */
export function sentProblem<T>({
  state,
  notSent,
  outdated,
}: Pick<SentForm<T, AuthoringRefusal>, 'state' | 'notSent' | 'outdated'>): string | undefined {
  if (notSent) return 'The server could not be reached. Your text is still here. Try again.';
  if (outdated) return 'This page is of an older version. Copy your text, reload the page and send it again.';
  return refusalWords(state);
}

function refusalWords<T>(state: FormState<T, AuthoringRefusal>): string | undefined {
  if (state === null || state.ok) return undefined;
  if (!('fields' in state)) return authoringRefusals[state.reason];
  return formProblem(state) ?? Object.values(state.fields)[0]?.[0];
}
