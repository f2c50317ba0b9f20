import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export interface ErrorCardProps {
  /** Identifies the error in the server’s log; errors in the browser have none. */
  digest: string | undefined;
  retry: () => void;
}

/**
 * Shown after an unexpected error, with a button to try again. After an error in the browser, such as a script that did not
 * arrive, only a new page helps: the framework remembers the failure.
 */
export function ErrorCard({ digest, retry }: ErrorCardProps) {
  return (
    <EmptyState
      title="Something went wrong on our side"
      heading="h1"
      action={
        <Button type="button" onClick={digest ? retry : reload}>
          Try again
        </Button>
      }
    >
      Your earlier answers are saved.
      {digest ? (
        <>
          {' '}
          If it happens again, give your teacher this number: <code>{digest}</code>
        </>
      ) : null}
    </EmptyState>
  );
}

function reload(): void {
  window.location.reload();
}
