'use client';

import { Suspense } from 'react';
import { lazyWithFallback } from '#components/ui/lazy-with-fallback.tsx';

const ErrorCard = lazyWithFallback(() =>
  import('#components/shell/error-card.tsx').then((file) => file.ErrorCard),
);

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <ErrorCard digest={error.digest} retry={reset} />
    </Suspense>
  );
}
