import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** Shown at an address without a page. */
export function PageNotFound() {
  return (
    <EmptyState
      title="Page not found"
      action={<ButtonLink href="/">See all lessons</ButtonLink>}
      heading="h1"
    >
      The address may be mistyped, or you may not have access to this page. Lessons that have moved are listed
      under their new names.
    </EmptyState>
  );
}
