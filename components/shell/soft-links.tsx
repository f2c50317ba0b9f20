'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { PrefetchedPages } from './prefetched-pages.ts';

/** How long the pointer or the focus rests on a link before its page is fetched. */
const restMs = 80;

type PrefetchOptions = NonNullable<Parameters<ReturnType<typeof useRouter>['prefetch']>[1]>;

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
    const pages = new PrefetchedPages();
    const removed = new AbortController();
    const { signal } = removed;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = (event: Event): void => {
      clearTimeout(timer);
      const link = softLinkOf(event);
      if (!link || isHere(link) || !mayPrefetch()) return;
      timer = setTimeout(() => {
        const page = link.pathname + link.search;
        if (pages.add(page)) router.prefetch(page, { kind: prefetchKind });
      }, restMs);
    };
    const follow = (event: MouseEvent): void => {
      const link = softLinkOf(event);
      if (!link || !isOurs(event, link)) return;
      event.preventDefault();
      clearTimeout(timer);
      // A refresh makes the router forget all that it has fetched.
      if (pages.isOutdated(link.pathname + link.search)) {
        pages.clear();
        router.refresh();
      }
      router.push(link.pathname + link.search + link.hash);
    };
    for (const name of ['pointerover', 'focusin']) window.addEventListener(name, rest, { signal });
    // Events reach the window last, so a handler in the page can prevent the navigation.
    window.addEventListener('click', follow, { signal });
    const stop = pages.watch();
    return () => {
      removed.abort();
      clearTimeout(timer);
      stop();
    };
  }, [router, prefetchKind]);
  return null;
}

function softLinkOf({ target }: Event): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a[data-soft]') : null;
  return link instanceof HTMLAnchorElement && link.origin === location.origin ? link : null;
}

const isHere = ({ pathname, search }: HTMLAnchorElement): boolean =>
  pathname === location.pathname && search === location.search;

/** New tabs, downloads, other sites and anchors on this page are left to the browser. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isAnchorHere = isHere(link) && link.hash !== '';
  return isPlain && !event.defaultPrevented && !link.target && !link.download && !isAnchorHere;
}

/** Not for those who spare their connection. */
function mayPrefetch(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const saves = connection instanceof Object && Reflect.get(connection, 'saveData') === true;
  return navigator.onLine && !saves;
}
