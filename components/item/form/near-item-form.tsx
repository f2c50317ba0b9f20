'use client';

import { Activity, lazy } from 'react';
import { drillAnchor } from './drill-anchor.ts';
import type { ItemFormProps } from './item-form.tsx';

const ItemForm = lazy(() =>
  whenNear(drillAnchor)
    .then(() => import('./item-form.tsx'))
    .then((file) => ({ default: file.ItemForm })),
);

/**
 * An item form at the end of a long page: a plain form until the reader comes near it and its script loads. The rest of
 * the page is hydrated without it, since it is an `Activity`, which the server renders in place; a `Suspense` of this size
 * would be sent after the page and need a script.
 */
export function NearItemForm(props: ItemFormProps) {
  return (
    <Activity>
      <ItemForm {...props} />
    </Activity>
  );
}

const signs = ['pointerdown', 'keydown', 'focusin'] as const;

/**
 * Resolves when the element with this id is less than half a screen away, or at the first press or key anywhere, which
 * may lead there. Resolves immediately on the server and when there is no such element.
 */
async function whenNear(id: string): Promise<void> {
  const place = typeof document === 'undefined' ? null : document.getElementById(id);
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
