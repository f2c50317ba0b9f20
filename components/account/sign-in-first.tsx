import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** Replaces a personal page for visitors who are not signed in. */
export function SignInFirst({ next }: { next: string }) {
  const action = <ButtonLink href={`/signin?next=${encodeURIComponent(next)}`}>Sign in</ButtonLink>;
  return (
    <EmptyState heading="h1" title="Sign in to continue" action={action}>
      This page is personal, so you need to sign in to see it.
    </EmptyState>
  );
}
