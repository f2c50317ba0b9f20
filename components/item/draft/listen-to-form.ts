export interface FormEars {
  /** Somebody is about to change something. */
  touched(): void;
  /** Something may have changed. */
  changed(): void;
  /** The form or the page is left. */
  left(): void;
}

/** Tells what happens to a form until the function that it returns is called. */
export function listenToForm(form: HTMLFormElement, ears: FormEars): () => void {
  const detached = new AbortController();
  const { signal } = detached;
  const on = (
    target: EventTarget,
    names: readonly string[],
    hear: (event: Event) => void,
    capture = false,
  ) => {
    for (const name of names) target.addEventListener(name, hear, { signal, capture });
  };
  on(form, ['pointerdown', 'keydown', 'focusin'], () => ears.touched(), true);
  on(form, ['input', 'change'], () => ears.changed());
  on(form, ['focusout'], (event) => {
    if (event instanceof FocusEvent && !holds(form, event.relatedTarget)) ears.left();
  });
  on(document, ['visibilitychange'], () => ears.left());
  on(window, ['pagehide'], () => ears.left());
  // What is arranged changes hidden fields, of which no event tells.
  const arranged = new MutationObserver(() => ears.changed());
  arranged.observe(form, { subtree: true, childList: true, attributeFilter: ['value'] });
  return () => {
    detached.abort();
    arranged.disconnect();
  };
}

const holds = (form: HTMLFormElement, target: EventTarget | null): boolean =>
  target instanceof Node && form.contains(target);
