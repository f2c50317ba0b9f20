import { addressNames } from '#components/item/form/address-fields.tsx';
import type { FormFields } from '#lib/item/item-type.ts';
import { sameFields } from '#lib/sitting/draft.ts';

/** What a form would post of an answer: without where it belongs, and without what React adds for its own use. */
export function fieldsOf(form: HTMLFormElement): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || addressNames.has(name) || name.startsWith('$ACTION')) continue;
    // Browsers post line ends as CR LF, and read them back as LF.
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  }
  return Object.fromEntries(fields);
}

/** Whether somebody has changed something since the page was made: typed before the script ran, say. */
export function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLSelectElement) return isChosen(control);
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
    return control.type === 'checkbox' || control.type === 'radio'
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  });
}

/** A list without a choice of its own begins with its first line. */
function isChosen({ options, selectedIndex }: HTMLSelectElement): boolean {
  const first = [...options].findIndex((option) => option.defaultSelected);
  return selectedIndex !== Math.max(0, first);
}

/** Whether the form holds anything else under one of these names. */
export function isOther(fields: FormFields, held: FormFields): boolean {
  const same = Object.fromEntries(Object.keys(fields).map((name) => [name, held[name] ?? []]));
  return !sameFields(fields, same);
}

/** Closed inputs post nothing, which says nothing of what they hold. */
export const isClosed = (form: HTMLFormElement): boolean =>
  [...form.elements].some((control) => control.matches(':disabled:not(button)'));
