import type { useRouter } from 'next/navigation';
import { PrefetchedPages } from './prefetched-pages.ts';
import { isHere, softLinkOf } from './soft-link.ts';

type Router = ReturnType<typeof useRouter>;
export type PrefetchOptions = NonNullable<Parameters<Router['prefetch']>[1]>;

/** How long the pointer or the focus rests on a link before its page is fetched. */
const restMs = 80;

export interface LinksAheadSetup {
  readonly router: Router;
  /** How much of a page the router fetches ahead. */
  readonly kind: PrefetchOptions['kind'];
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/** Fetches the page of a link on which the pointer or the focus rests. */
export class LinksAhead {
  readonly #setup: LinksAheadSetup;
  readonly #pages = new PrefetchedPages();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(setup: LinksAheadSetup) {
    this.#setup = setup;
    const stop = this.#pages.watch();
    setup.signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      stop();
    });
  }

  /** The pointer or the focus has moved. */
  rest(event: Event): void {
    clearTimeout(this.#timer);
    const link = softLinkOf(event);
    if (!link || isHere(link) || !mayPrefetch() || this.#setup.signal.aborted) return;
    const { router, kind } = this.#setup;
    this.#timer = setTimeout(() => {
      const page = link.pathname + link.search;
      if (this.#pages.add(page)) router.prefetch(page, { kind });
    }, restMs);
  }

  /** Call before the router goes to a page. A page that was fetched before something was sent is fetched again. */
  leave(page: string): void {
    clearTimeout(this.#timer);
    if (!this.#pages.isOutdated(page)) return;
    // A refresh makes the router forget all that it has fetched.
    this.#pages.clear();
    this.#setup.router.refresh();
  }
}

/** Not for those who spare their connection. */
function mayPrefetch(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const saves = connection instanceof Object && Reflect.get(connection, 'saveData') === true;
  return navigator.onLine && !saves;
}
