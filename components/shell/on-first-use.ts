import { removeAllCopies } from '#components/item/draft/draft-store.ts';
import { rememberSent } from '#components/item/outbox/last-sent.ts';
import { shortcutsAreOn } from '#components/item/shortcuts/shortcuts.ts';
import { LinksAhead, type LinksAheadSetup } from './links-ahead.ts';

/**
 * What a page needs only when somebody uses it, loaded at the first move of the pointer, press, focus or key: pages
 * fetched ahead, the keys of the palette, pages kept for later, and what signing out removes from this device.
 */
export class OnFirstUse {
  readonly #router: LinksAheadSetup['router'];
  readonly #ahead: LinksAhead;

  constructor(setup: LinksAheadSetup) {
    const { router, signal } = setup;
    this.#router = router;
    this.#ahead = new LinksAhead(setup);
    window.addEventListener('submit', rememberSent, { signal });
    window.addEventListener('submit', removeOnSignOut, { signal });
    void import('./keep-pages.ts').then(
      (file) => file.keepPages(signal),
      () => undefined,
    );
  }

  /** The pointer or the focus has moved, or a key was pressed. */
  use(event: Event): void {
    if (event.type !== 'keydown') this.#ahead.rest(event);
    else if (event instanceof KeyboardEvent && asksForSearch(event)) this.#search(event);
  }

  /** Call before the router goes to a page. */
  leave(page: string): void {
    this.#ahead.leave(page);
  }

  #search(event: KeyboardEvent): void {
    event.preventDefault();
    void import('#components/search/open-palette.tsx').then(
      (file) => file.openPalette((href) => this.#router.push(href)),
      // Without a connection the key does nothing.
      () => undefined,
    );
  }
}

function asksForSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, target } = event;
  if (event.isComposing || event.altKey) return false;
  if (ctrlKey || metaKey) return key === 'k';
  return key === '/' && !event.defaultPrevented && !isTyped(target) && shortcutsAreOn();
}

/** Also where a digit or letter would be an answer: everything with a text that is edited, and selects. */
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));

function removeOnSignOut({ target }: Event): void {
  if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/api/auth/leave')
    removeAllCopies();
}
