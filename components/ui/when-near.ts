const signs = ['pointerdown', 'keydown', 'focusin'] as const;

/**
 * Resolves when the first element that matches a selector is less than half a screen away, or at the first press or key anywhere, which
 * may lead there. Resolves immediately on the server and when there is no such element.
 */
export async function whenNear(selector: string): Promise<void> {
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
