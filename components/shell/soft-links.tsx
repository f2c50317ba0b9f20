'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { LinksAhead, PrefetchOptions } from './links-ahead.ts';
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
    let ahead: LinksAhead | null = null;
    let loading: Promise<void> | undefined;
    const rest = async (event: Event): Promise<void> => {
      loading ??= import('./links-ahead.ts').then(
        (file) => {
          ahead = new file.LinksAhead({ router, kind: prefetchKind, signal });
        },
        () => undefined,
      );
      await loading;
      ahead?.rest(event);
    };
    // Waits for nothing: the browser no longer follows the link, and without the script nothing was fetched ahead.
    const follow = (event: MouseEvent): void => {
      const link = softLinkOf(event);
      if (!link || !isOurs(event, link)) return;
      event.preventDefault();
      const { pathname, search, hash } = link;
      ahead?.leave(pathname + search);
      router.push(pathname + search + hash);
    };
    for (const name of ['pointerover', 'focusin']) window.addEventListener(name, rest, { signal });
    // Events reach the window last, so a handler in the page can prevent the navigation.
    window.addEventListener('click', follow, { signal });
    return () => removed.abort();
  }, [router, prefetchKind]);
  return null;
}

/** New tabs, downloads, other sites and anchors on this page are left to the browser. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isAnchorHere = isHere(link) && link.hash !== '';
  return isPlain && !event.defaultPrevented && !link.target && !link.download && !isAnchorHere;
}
