const storageName = 'surefoot-keys';
const changeEvent = 'surefoot:keys';

/** Whether single-key shortcuts are on for this device; they are when storage cannot be read. */
export function shortcutsAreOn(): boolean {
  try {
    return localStorage.getItem(storageName) !== 'off';
  } catch {
    return true;
  }
}

export function setShortcuts(on: boolean): void {
  try {
    localStorage.setItem(storageName, on ? 'on' : 'off');
  } catch {
    // Storage may be blocked: the choice is then lost with the page.
  }
  window.dispatchEvent(new Event(changeEvent));
}

export function listenForShortcuts(listener: () => void): () => void {
  window.addEventListener(changeEvent, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changeEvent, listener);
    window.removeEventListener('storage', listener);
  };
}

/**
 * The shortcuts of an item: a digit or letter picks an option, Enter checks the answer, Ctrl+Enter does so in a text area.
 * Single keys are ignored while the user types and when they are turned off. Returns true for `?`, which asks for help.
 */
export function runShortcut(event: KeyboardEvent): boolean {
  const { target, key, altKey, ctrlKey, metaKey } = event;
  if (event.defaultPrevented || event.isComposing || altKey || !(target instanceof HTMLElement)) return false;
  const isBox = target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type);
  if (key === 'Enter' && (isBox || target instanceof HTMLTextAreaElement || target.isContentEditable)) {
    if (isBox !== (ctrlKey || metaKey)) check(event, target);
    return false;
  }
  if (ctrlKey || metaKey || target.closest('[popover]') || (isTyped(target) && !isBox) || !shortcutsAreOn())
    return false;
  if (key === '?') {
    event.preventDefault();
    return true;
  }
  if (!isBox && walk(event, target, key)) return false;
  pressOption(event, target, key.toLowerCase());
  return false;
}

const isTyped = (target: HTMLElement): boolean =>
  target.isContentEditable || target.matches('input, textarea, select');

/** Submits the answer’s form, not any other form on the page. */
function check(event: KeyboardEvent, target: HTMLElement): void {
  const form = target.closest<HTMLFormElement>('article[data-item] form');
  const button = form?.querySelector<HTMLButtonElement>('button:not([type=button]):not(:disabled)');
  if (!form || !button) return;
  event.preventDefault();
  form.requestSubmit(button);
}

const goesTo: Readonly<Record<string, string>> = {
  Enter: '[data-go=continue]',
  ' ': '.turn-card',
  ArrowRight: '[data-go]:not([data-go=back])',
  ArrowLeft: '.set-bar [data-go=back]',
};

/** In a set: on to the next question or back, and Space turns a card. What has a meaning for these keys itself keeps it. */
function walk(event: KeyboardEvent, target: HTMLElement, key: string): boolean {
  const selector = goesTo[key];
  const set = target.closest('.item-set') ?? document.querySelector('.item-set');
  if (!set || !selector || target.closest('a, button, summary, [role=slider], .code-box, pre')) return false;
  const control = set.querySelector<HTMLElement>(
    key === 'ArrowLeft' ? selector : `[data-current] ${selector}`,
  );
  if (!control?.checkVisibility()) return false;
  event.preventDefault();
  control.click();
  return true;
}

/** Letters pick options only: on a card they could rate it by accident. */
function pressOption(event: KeyboardEvent, target: HTMLElement, key: string): void {
  const digit = /^[1-9]$/.test(key);
  if (!digit && !/^[a-j]$/.test(key)) return;
  const selector = digit ? `[data-shortcut="${key}"]` : `input[data-shortcut="${key.charCodeAt(0) - 96}"]`;
  const sheet = target.closest('article[data-item]') ?? onlySheet(target);
  const found = sheet?.querySelector<HTMLElement>(`${selector}:not(:disabled)`);
  if (!found) return;
  event.preventDefault();
  found.focus();
  found.click();
}

/** When nothing is focused: the only question that can be answered, or null when there are several. */
function onlySheet(target: HTMLElement): Element | null {
  if (target.closest('article[data-item], form')) return null;
  const open = [
    ...document.querySelectorAll('article[data-item]:has([data-shortcut]:not(:disabled))'),
  ].filter((sheet) => sheet.checkVisibility());
  return open.length === 1 ? (open[0] ?? null) : null;
}
