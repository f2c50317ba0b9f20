import { isEdited } from '#components/ui/is-edited.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The typed values of one page by the name of the control. */
type Values = Map<string, string>;

/** Keeps what is typed into the forms of each page, by its address, and fills it in again after Back or Forward. */
export class TypedFields {
  readonly #pages = new Map<string, Values>();
  #shown = '';
  #isTraversing = false;

  /** Back or Forward leads to this address; within the same page there is nothing to fill in. */
  traverse(address: string): void {
    this.#isTraversing = address !== this.#shown;
  }

  clear(): void {
    this.#pages.clear();
  }

  /** Watches a page until the function that it returns is called. */
  follow(page: HTMLElement, address: string): () => void {
    if (!this.#isTraversing) this.#pages.delete(address);
    this.#isTraversing = false;
    this.#shown = address;
    const stop = this.#pages.has(address) ? this.#fill(page, address) : this.#noteAll(page, address);
    const removed = new AbortController();
    const { signal } = removed;
    for (const name of ['input', 'change'])
      page.addEventListener(name, ({ target }) => this.#note(page, address, target), { signal });
    page.addEventListener('submit', ({ target }) => this.#forget(page, address, target), { signal });
    return () => {
      removed.abort();
      stop();
    };
  }

  /** What was typed before the page was watched. */
  #noteAll(page: HTMLElement, address: string): () => void {
    for (const control of controlsOf(page)) if (isEdited(control)) this.#note(page, address, control);
    return () => undefined;
  }

  #note(page: HTMLElement, address: string, target: EventTarget | null): void {
    if (!isControl(target) || !isKept(target)) return;
    const values = this.#pages.get(address) ?? new Map<string, string>();
    this.#pages.set(address, values);
    // A choice takes the mark from the others of its name.
    for (const control of isTickable(target) ? tickablesLike(page, target) : [target])
      values.set(nameIn(page, control), shownValue(control));
  }

  #forget(page: HTMLElement, address: string, form: EventTarget | null): void {
    if (!(form instanceof HTMLFormElement)) return;
    for (const control of form.elements)
      if (isControl(control)) this.#pages.get(address)?.delete(nameIn(page, control));
  }

  /** Also fills forms that appear later: a part of the page may be drawn when it is opened. */
  #fill(page: HTMLElement, address: string): () => void {
    const filled = new WeakSet<Control>();
    const fill = (): void => {
      for (const control of controlsOf(page)) {
        if (filled.has(control)) continue;
        filled.add(control);
        const value = this.#pages.get(address)?.get(nameIn(page, control));
        if (value !== undefined && value !== shownValue(control)) setValue(control, value);
      }
    };
    fill();
    const observer = new MutationObserver(fill);
    observer.observe(page, { childList: true, subtree: true });
    return () => observer.disconnect();
  }
}

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** Passwords and files are not kept; answers are drafts, which are saved elsewhere. */
const isKept = (control: Control): boolean =>
  control.name !== '' &&
  !['password', 'file', 'hidden'].includes(control.type) &&
  control.closest('[data-item]') === null;

const controlsOf = (page: HTMLElement): Control[] =>
  [...page.querySelectorAll('input, textarea, select')].filter(isControl).filter(isKept);

const isTickable = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

const tickablesLike = (page: HTMLElement, { name, form }: HTMLInputElement): Control[] =>
  controlsOf(page).filter((control) => isTickable(control) && control.name === name && control.form === form);

const shownValue = (control: Control): string =>
  isTickable(control) ? String(control.checked) : control.value;

function setValue(control: Control, value: string): void {
  if (isTickable(control)) control.checked = value === 'true';
  else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The same for the same control when the page is drawn anew: ids are not. */
function nameIn(page: HTMLElement, control: Control): string {
  const value = isTickable(control) ? control.value : '';
  const alike = controlsOf(page).filter(
    (other) => other.name === control.name && (!isTickable(other) || other.value === value),
  );
  return JSON.stringify([control.name, value, alike.indexOf(control)]);
}
