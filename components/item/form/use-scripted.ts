'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and until hydration, while the plain form is shown. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
