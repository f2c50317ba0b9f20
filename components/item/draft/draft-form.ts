import { addressNames } from '#components/item/form/address-fields.tsx';
import { isEdited, isTickable } from '#components/ui/is-edited.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import { sameFields } from '#lib/sitting/draft.ts';
import type { DraftPage } from './draft-store.ts';

/** The form of one item, as far as its draft is concerned. */
export interface DraftForm {
  /** What would be posted of the answer. */
  fields(): FormFields;
  /** The answer for a reader, line by line. */
  text(): readonly string[];
  /** Whether an input differs from what the server sent: typed before the scripts ran, for example. */
  isEdited(): boolean;
  /** Disabled inputs post nothing, so the fields are not the answer. */
  isDisabled(): boolean;
  page(): DraftPage;
  /** Reports events until the function that it returns is called. */
  listen(listener: FormListener): () => void;
}

export interface FormListener {
  /** The learner is about to change something. */
  touched(): void;
  /** Something may have changed. */
  changed(): void;
  /** The form or the page is left. */
  left(): void;
  /** The connection is back. */
  online(): void;
}

export function draftForm(form: HTMLFormElement): DraftForm {
  return {
    fields: () => fieldsIn(form),
    text: () => textIn(form),
    isEdited: () => [...form.elements].some(isEdited),
    isDisabled: () => [...form.elements].some((control) => control.matches(':disabled:not(button)')),
    page: () => {
      // Next may set the title after the page, and not at all once the connection is lost.
      const title = document.title || document.querySelector('h1')?.textContent || location.pathname;
      return { path: location.pathname, title };
    },
    listen: (listener) => listenTo(form, listener),
  };
}

/** The fields of the answer: without those of its address, and without those that React adds for its own use. */
export function fieldsIn(form: HTMLFormElement): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || addressNames.has(name) || name.startsWith('$ACTION')) continue;
    // Browsers post line ends as CR LF, and read them back as LF.
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  }
  return Object.fromEntries(fields);
}

/** Whether `shown` has every field of `fields`, with the same values. */
export function includesFields(shown: FormFields, fields: FormFields): boolean {
  return sameFields(fields, Object.fromEntries(Object.keys(fields).map((name) => [name, shown[name] ?? []])));
}

function textIn(form: HTMLFormElement): string[] {
  return [...form.elements]
    .map((control) => textOfControl(control, form))
    .filter((line) => line.trim() !== '');
}

/** Names and ids mean nothing without the page, so ticks and choices are read from the text beside them. */
function textOfControl(control: Element, form: HTMLFormElement): string {
  if (control instanceof HTMLTextAreaElement) return control.name && control.value;
  if (control instanceof HTMLSelectElement) {
    const label = shownText(control.labels[0]);
    return control.value && `${label && `${label}: `}${control.selectedOptions[0]?.text}`;
  }
  if (!(control instanceof HTMLInputElement) || !control.name) return '';
  if (isTickable(control)) return control.checked ? shownText(control.labels?.[0]) : '';
  return control.type === 'hidden' ? shownText(elementFor(control.value, form)) : control.value;
}

/** The element that shows what a hidden field's value stands for: an item's fields mark it with `data-text-of`. */
function elementFor(value: string, form: HTMLFormElement): HTMLElement | undefined {
  const marked = form.querySelectorAll<HTMLElement>('[data-text-of]');
  return [...marked].find(({ dataset }) => dataset.textOf === value);
}

/** The text of an element without numbers and marks that screen readers skip. */
function shownText(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const drawn of copy.querySelectorAll('[aria-hidden="true"]')) drawn.remove();
  return (copy.textContent ?? '').trim();
}

function listenTo(form: HTMLFormElement, listener: FormListener): () => void {
  const removed = new AbortController();
  const { signal } = removed;
  for (const name of ['pointerdown', 'keydown', 'focusin'])
    form.addEventListener(name, () => listener.touched(), { signal, capture: true });
  for (const name of ['input', 'change']) form.addEventListener(name, () => listener.changed(), { signal });
  form.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) listener.left();
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => listener.left(), { signal });
  window.addEventListener('pagehide', () => listener.left(), { signal });
  window.addEventListener('online', () => listener.online(), { signal });
  // Arranging parts changes hidden fields, for which there is no event.
  const observer = new MutationObserver(() => listener.changed());
  observer.observe(form, { subtree: true, childList: true, attributeFilter: ['value'] });
  return () => {
    removed.abort();
    observer.disconnect();
  };
}
