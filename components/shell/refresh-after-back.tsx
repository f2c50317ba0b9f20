'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Refreshes a page after Back or Forward. The router shows such a page as it was left, so without this it would show
 * outdated progress; text typed on it stays.
 */
export function RefreshAfterBack() {
  const { refresh } = useRouter();
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  useEffect(() => {
    // Later than the event of going back, within which the router may have drawn the old page already.
    const later = setTimeout(() => {
      shown.current = address;
    });
    return () => clearTimeout(later);
  }, [address]);
  useEffect(() => {
    const drawAnew = (): void => {
      // A refresh that fails loads the page again, and offline there is nothing to load.
      if (navigator.onLine) refresh();
    };
    const onTraverse = (): void => {
      const isHere = shown.current === `${location.pathname}?${new URLSearchParams(location.search)}`;
      // The router drops a refresh that is asked for before it has gone back.
      if (!isHere) setTimeout(drawAnew);
    };
    // The browser itself may keep a whole page for Back.
    const onShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) drawAnew();
    };
    window.addEventListener('popstate', onTraverse);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('popstate', onTraverse);
      window.removeEventListener('pageshow', onShow);
    };
  }, [refresh]);
  return null;
}
