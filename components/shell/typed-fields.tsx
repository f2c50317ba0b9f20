'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';

const Keeper = lazy(() =>
  import('./typed-fields-keeper.tsx').then(
    (file) => ({ default: file.TypedFieldsKeeper }),
    () => ({ default: Nothing }),
  ),
);

/**
 * Shows on a page reached by Back or Forward what was typed there and not sent, as browsers do between documents. Answers
 * to questions are drafts and restored as such. Needs the user as `key`: nobody gets the text of the person before. Its
 * script loads on pages with such forms, and when a field gets the focus.
 */
export function KeepTypedFields() {
  const [isUsed, setUsed] = useState(false);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has other forms
  useEffect(() => {
    if (document.querySelector(fields)) setUsed(true);
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches(fields)) setUsed(true);
    };
    window.addEventListener('focusin', onFocus);
    return () => window.removeEventListener('focusin', onFocus);
  }, [path]);
  return isUsed ? (
    <Suspense>
      <Keeper />
    </Suspense>
  ) : null;
}

/** Fields that are no part of an answer to a question. */
const fields = '#main form :is(input:not([type=hidden]), textarea, select):not([data-item] *)';

function Nothing() {
  return null;
}
