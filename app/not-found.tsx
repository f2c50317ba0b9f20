import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function NotFound() {
  return (
    <EmptyState
      title="There is no such page"
      action={<ButtonLink href="/">See all lessons</ButtonLink>}
      heading="h1"
    >
      The address may be mistyped, or the page is not for you. Lessons that moved are in the list under their
      new name.
    </EmptyState>
  );
}
