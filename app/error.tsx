'use client';

import { Suspense } from 'react';
import { lazyDialog } from '#components/ui/late.tsx';

const ErrorCard = lazyDialog(() => import('#components/shell/error-card.tsx').then((file) => file.ErrorCard));

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
