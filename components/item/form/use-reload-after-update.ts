'use client';

import { useEffect } from 'react';

const place = 'surefoot.updated';

/**
 * Loads the page anew, once for each attempt, when its build is gone from the server and everything typed is safe.
 * A second time in a row it leaves that to the person: a page must not go round in circles.
 */
export function useReloadAfterUpdate(outdated: boolean, key: string, flush: () => Promise<boolean>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out
  useEffect(() => {
    if (!outdated) return;
    void flush().then((safe) => {
      if (safe && isFirst(key)) window.location.reload();
    });
  }, [outdated]);
}

function isFirst(key: string): boolean {
  try {
    const before = sessionStorage.getItem(place);
    sessionStorage.setItem(place, key);
    return before !== key;
  } catch {
    // Without memory there is no telling first from second.
    return false;
  }
}
