'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the server's page and until the script has taken over: the plain form is shown till then. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
