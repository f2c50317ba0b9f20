'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import { copyPrefix } from './copy-prefix.ts';

const LeftDraftsNews = lazy(() =>
  import('./left-drafts-news.tsx').then((file) => ({ default: file.LeftDraftsNews })),
);

/** Looks after what was typed on any page and never reached the server. Its scripts come only where there is something. */
export function LeftDrafts({ userId }: { userId: string }) {
  const here = usePathname();
  const [found, setFound] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is another moment to look
  useEffect(() => {
    const look = (): void => setFound((before) => before || hasCopies());
    // Not every browser has an idle moment to offer.
    const later = window.requestIdleCallback ?? window.setTimeout;
    later(look);
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [here]);
  return (
    <div aria-live="polite" className="no-print mx-auto max-w-page px-4 sm:px-6">
      {found ? (
        <Suspense>
          <LeftDraftsNews userId={userId} here={here} />
        </Suspense>
      ) : null}
    </div>
  );
}

function hasCopies(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(copyPrefix));
  } catch {
    // Not allowed: there is nothing.
    return false;
  }
}
