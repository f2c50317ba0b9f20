'use client';

import { usePathname } from 'next/navigation';
import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { browserStorage, copyNames, leftPrefix } from './copy-names.ts';

const UnsentDraftsPanel = lazyPart(() =>
  import('./unsent-drafts-panel.tsx').then((file) => file.UnsentDraftsPanel),
);

/** On every page: sends the drafts and answers that pages have left on this device. Loads a script only where there are any. */
export function UnsentDrafts({ userId }: { userId: string }) {
  const path = usePathname();
  const [found, setFound] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is another moment to look
  useEffect(() => {
    const look = (): void =>
      setFound((current) => current || copyNames(browserStorage(), leftPrefix).length > 0);
    // Not every browser has requestIdleCallback.
    const later = window.requestIdleCallback ?? window.setTimeout;
    later(look);
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [path]);
  return (
    <div aria-live="polite" className="no-print mx-auto max-w-page px-4 sm:px-6">
      {found ? (
        <Suspense>
          <UnsentDraftsPanel userId={userId} path={path} />
        </Suspense>
      ) : null}
    </div>
  );
}
