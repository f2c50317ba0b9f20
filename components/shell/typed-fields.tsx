'use client';

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
 * script loads when something is typed.
 */
export function KeepTypedFields() {
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    const onInput = (): void => setUsed(true);
    window.addEventListener('input', onInput, { once: true });
    return () => window.removeEventListener('input', onInput);
  }, []);
  return isUsed ? (
    <Suspense>
      <Keeper />
    </Suspense>
  ) : null;
}

function Nothing() {
  return null;
}
