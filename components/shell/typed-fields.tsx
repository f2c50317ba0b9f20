'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { TypedFields } from './typed-store.ts';

/**
 * Shows on a page reached by Back or Forward what was typed there and not sent, as browsers do between documents. Answers
 * to questions are drafts and restored as such. Needs the user as `key`: nobody gets the text of the person before.
 */
export function KeepTypedFields() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [store, setStore] = useState<TypedFields | null>(null);
  useEffect(() => {
    if (store) return undefined;
    // Nothing is fetched for those who only read. Offline the script may be missing, and then nothing is kept.
    const load = (): void =>
      void import('./typed-store.ts').then(
        (file) => setStore(new file.TypedFields()),
        () => undefined,
      );
    window.addEventListener('input', load, { once: true });
    return () => window.removeEventListener('input', load);
  }, [store]);
  useEffect(() => {
    const onTraverse = (): void =>
      store?.traverse(`${location.pathname}?${new URLSearchParams(location.search)}`);
    window.addEventListener('popstate', onTraverse);
    return () => window.removeEventListener('popstate', onTraverse);
  }, [store]);
  useEffect(() => {
    const page = document.getElementById('main');
    return page ? store?.follow(page, address) : undefined;
  }, [store, address]);
  return null;
}
