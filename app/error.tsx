'use client';

import { Suspense } from 'react';
import { lazyPart } from '#components/ui/lazy-near.ts';

const ErrorCard = lazyPart(() => import('#components/shell/error-card.tsx').then((file) => file.ErrorCard));

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <ErrorCard digest={error.digest} retry={retry} />
    </Suspense>
  );
}
