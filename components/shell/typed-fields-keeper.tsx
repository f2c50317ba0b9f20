'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { TypedFields } from './typed-store.ts';

/** What was typed on the pages of this document. It is never stored on the device. */
const store = new TypedFields();

/** Keeps what is typed on each page, from the moment that it is rendered. */
export function TypedFieldsKeeper() {
  const address = `${usePathname()}?${useSearchParams()}`;
  useEffect(() => () => store.clear(), []);
  useEffect(() => {
    const onTraverse = (): void =>
      store.traverse(`${location.pathname}?${new URLSearchParams(location.search)}`);
    window.addEventListener('popstate', onTraverse);
    return () => window.removeEventListener('popstate', onTraverse);
  }, []);
  useEffect(() => {
    const page = document.getElementById('main');
    return page ? store.follow(page, address) : undefined;
  }, [address]);
  return null;
}
