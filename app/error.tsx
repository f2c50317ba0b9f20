'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <EmptyState
      title="Something went wrong on our side"
      heading="h1"
      action={
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      }
    >
      What you answered before is stored.
      {error.digest ? (
        <>
          {' '}
          If it happens again, tell your teacher this number: <code>{error.digest}</code>
        </>
      ) : null}
    </EmptyState>
  );
}
