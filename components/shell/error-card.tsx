import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export interface ErrorCardProps {
  /** Finds the error in the server's log; what breaks in the browser has none. */
  digest: string | undefined;
  retry: () => void;
}

/** Something broke: what is safe, what to tell, and another try. */
export function ErrorCard({ digest, retry }: ErrorCardProps) {
  return (
    <EmptyState
      title="Something went wrong on our side"
      heading="h1"
      action={
        <Button type="button" onClick={retry}>
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
