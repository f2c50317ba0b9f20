'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Follows every `Link` on the page in place, so that none of them brings a script of its own. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null;
      if (!(link instanceof HTMLAnchorElement) || !isOurs(event, link)) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    };
    // The window hears of a click after everything that stands in the page: what is refused there stays refused.
    window.addEventListener('click', follow);
    return () => window.removeEventListener('click', follow);
  }, [router]);
  return null;
}

/** New tabs, downloads, other sites and places on this page are the browser's business. */
function isOurs(event: MouseEvent, { target, download, origin, pathname, search, hash }: HTMLAnchorElement) {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isHere = pathname === location.pathname && search === location.search && hash !== '';
  return isPlain && !event.defaultPrevented && !target && !download && origin === location.origin && !isHere;
}
