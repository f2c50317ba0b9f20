import type { FormFields } from '#lib/item/item-type.ts';

const sent = new WeakMap<HTMLFormElement, FormData>();

/** Remembers what a form was submitted with, the button that was pressed included: it may be the answer. */
export function rememberSent(event: Event): void {
  if (!(event instanceof SubmitEvent && event.target instanceof HTMLFormElement)) return;
  const { target, submitter } = event;
  // A submission that is dispatched again after hydration may name a button that sends nothing by now.
  const sends = submitter instanceof HTMLButtonElement && submitter.type === 'submit';
  sent.set(target, new FormData(target, sends ? submitter : null));
}

/** All fields that a form was submitted with last, those of the address included. */
export function lastSent(form: HTMLFormElement): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of sent.get(form) ?? new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    // Browsers post line ends as CR LF, and read them back as LF.
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  }
  return Object.fromEntries(fields);
}
