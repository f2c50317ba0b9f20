'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { TypedFields } from './typed-store.ts';

/** What was typed on the pages of this document. It is never stored on the device. */
const store = new TypedFields();

/**
 * Shows on a page reached by Back or Forward what was typed there and not sent, as browsers do between documents. Answers
 * to questions are drafts and restored as such. Needs the user as `key`: nobody gets the text of the person before.
 */
export function KeepTypedFields() {
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
