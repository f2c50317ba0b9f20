import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** Replaces a page that the user has hidden, with a link to show it again. */
export function HiddenPage({ title }: { title: string }) {
  const action = <ButtonLink href="/profile#hidden">Change what you hide</ButtonLink>;
  return (
    <EmptyState heading="h1" title={title} action={action}>
      You hid this in your profile. It still counts in the background.
    </EmptyState>
  );
}
