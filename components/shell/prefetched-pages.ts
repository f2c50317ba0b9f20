import { onAnswered } from './answered-event.ts';

/** After this the router fetches a page again: `staleTimes.static` of the configuration. */
const longestMs = 30_000;

interface Fetched {
  /** The number of changes before it was fetched. */
  readonly changes: number;
  /** Milliseconds of `performance.now`. */
  readonly at: number;
}

/** The pages that the router has fetched ahead, and which of them were fetched before something was sent. */
export class PrefetchedPages {
  readonly #pages = new Map<string, Fetched>();
  #changes = 0;

  /** False when the router has the page and would not fetch it again. */
  add(page: string): boolean {
    const at = performance.now();
    const known = this.#pages.get(page);
    if (known && at - known.at < longestMs) return false;
    this.#pages.set(page, { changes: this.#changes, at });
    return true;
  }

  /** Whether something was sent since the page was fetched, so that it may show another state. */
  isOutdated(page: string): boolean {
    return (this.#pages.get(page)?.changes ?? this.#changes) < this.#changes;
  }

  clear(): void {
    this.#pages.clear();
  }

  /** Counts forms that are sent, when they leave and when an answer has been recorded. Gives the function that stops it. */
  watch(): () => void {
    const count = (): void => {
      this.#changes += 1;
    };
    window.addEventListener('submit', count);
    const stop = onAnswered(count);
    return () => {
      window.removeEventListener('submit', count);
      stop();
    };
  }
}
