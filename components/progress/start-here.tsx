import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { Hero } from './hero.tsx';

export interface StartHereProps {
  /** The lesson to begin with; null when there is none. */
  first: (PageLink & { readonly summary: string }) | null;
  /** A link beside the button. */
  other?: PageLink | undefined;
}

/** The first step of somebody who has done nothing yet. */
export function StartHere({ first, other }: StartHereProps) {
  if (!first)
    return (
      <EmptyState title="There are no lessons yet">As soon as there is one, it is offered here.</EmptyState>
    );
  return (
    <Hero
      above="Start here"
      title={first.title}
      action={
        <>
          <ButtonLink href={first.href} size="large">
            Start
          </ButtonLink>
          {other ? <Link href={other.href}>{other.title}</Link> : null}
        </>
      }
    >
      {first.summary}
    </Hero>
  );
}
