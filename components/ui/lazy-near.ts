import { type ComponentType, lazy } from 'react';

const retryMs = 3_000;

/**
 * A component whose script loads when the reader comes near the first element that matches a selector. Until then, and
 * while it cannot be loaded, what the server has rendered stays as it is, so it belongs into an `Activity`.
 */
export function lazyNear<Props>(
  selector: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy<ComponentType<Props>>(async () => {
    await whenNear(selector);
    return { default: await untilLoaded(load) };
  });
}

/** A component whose script loads when it is first rendered; until then what the server has rendered stays as it is. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy<ComponentType<Props>>(async () => ({ default: await untilLoaded(load) }));
}

/** Without a connection a script cannot be loaded, and an error would replace the whole page. */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (typeof document === 'undefined') throw error;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/**
 * What may lead to another page. That page has parts like these as well and is not shown before they are there, so a click
 * of assistive technology, which has no press before it, and the Back button of the browser count too.
 */
const signs = ['pointerdown', 'keydown', 'focusin', 'click', 'popstate'] as const;

/**
 * Resolves when the first element that matches a selector is less than half a screen away, or at the first press, key, click or
 * Back anywhere. Resolves immediately on the server and when there is no such element.
 */
async function whenNear(selector: string): Promise<void> {
  const place = typeof document === 'undefined' ? null : document.querySelector(selector);
  if (!place) return;
  await new Promise<void>((resolve) => {
    const settled = new AbortController();
    const settle = (): void => {
      settled.abort();
      observer.disconnect();
      resolve();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) settle();
      },
      { rootMargin: '50% 0%' },
    );
    observer.observe(place);
    for (const sign of signs)
      window.addEventListener(sign, settle, { signal: settled.signal, capture: true });
  });
}
