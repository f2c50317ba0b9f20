import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** A page that its reader has hidden, and the way to show it again. */
export function HiddenByYou({ title }: { title: string }) {
  const action = <ButtonLink href="/profile#hidden">Change what is hidden</ButtonLink>;
  return (
    <EmptyState heading="h1" title={title} action={action}>
      You chose that in your profile. Everything is counted meanwhile.
    </EmptyState>
  );
}
