'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Handles clicks on every `Link` of the page by client-side navigation, so that links need no script of their own. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null;
      if (!(link instanceof HTMLAnchorElement) || !isOurs(event, link)) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    };
    // Events reach the window last, so a handler in the page can prevent the navigation.
    window.addEventListener('click', follow);
    return () => window.removeEventListener('click', follow);
  }, [router]);
  return null;
}

/** New tabs, downloads, other sites and anchors on this page are left to the browser. */
function isOurs(event: MouseEvent, { target, download, origin, pathname, search, hash }: HTMLAnchorElement) {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isHere = pathname === location.pathname && search === location.search && hash !== '';
  return isPlain && !event.defaultPrevented && !target && !download && origin === location.origin && !isHere;
}
