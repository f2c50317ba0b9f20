'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { loadAllParts } from '#components/ui/lazy-near.ts';
import type { PrefetchOptions } from './links-ahead.ts';
import type { OnFirstUse } from './on-first-use.ts';
import { isHere, softLinkOf } from './soft-link.ts';

export interface SoftLinksProps {
  /** How much of a page the router fetches ahead. */
  prefetchKind: PrefetchOptions['kind'];
}

/**
 * Handles clicks on every `Link` of the page by client-side navigation, so that links need no script of their own. A page
 * is fetched when the pointer or the focus rests on a link to it.
 */
export function SoftLinks({ prefetchKind }: SoftLinksProps) {
  const router = useRouter();
  useEffect(() => {
    const removed = new AbortController();
    const { signal } = removed;
    let used: OnFirstUse | null = null;
    let loading: Promise<void> | undefined;
    const use = async (event: Event): Promise<void> => {
      loading ??= import('./on-first-use.ts').then(
        (file) => {
          used = new file.OnFirstUse({ router, kind: prefetchKind, signal });
        },
        () => undefined,
      );
      await loading;
      used?.use(event);
    };
    // Waits for nothing: the browser no longer follows the link, and without the script nothing was fetched ahead.
    const follow = (event: MouseEvent): void => {
      const link = softLinkOf(event);
      if (!link || !isOurs(event, link)) return;
      event.preventDefault();
      const { pathname, search, hash } = link;
      used?.leave(pathname + search);
      loadAllParts();
      router.push(pathname + search + hash);
    };
    // React stops events on parts that it has not hydrated yet, so these are seen before they reach it.
    const followUnhydrated = (event: MouseEvent): void => {
      const link = softLinkOf(event);
      if (!link || isHydrated(link)) return;
      link.closest<HTMLElement>('[popover]')?.hidePopover();
      follow(event);
    };
    for (const name of ['pointerover', 'focusin'])
      window.addEventListener(name, use, { signal, capture: true });
    window.addEventListener('keydown', use, { signal });
    window.addEventListener('click', followUnhydrated, { signal, capture: true });
    // Events reach the window last, so a handler in the page can prevent the navigation.
    window.addEventListener('click', follow, { signal });
    return () => removed.abort();
  }, [router, prefetchKind]);
  return null;
}

/** React gives each element that it has hydrated properties of its own. */
const isHydrated = (link: HTMLAnchorElement): boolean =>
  Object.keys(link).some((name) => name.startsWith('__react'));

/** New tabs, downloads, other sites and anchors on this page are left to the browser. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isAnchorHere = isHere(link) && link.hash !== '';
  return isPlain && !event.defaultPrevented && !link.target && !link.download && !isAnchorHere;
}
