import { ButtonLink } from '#components/ui/button.tsx';

export interface OidcLinkProps {
  /** What the school's sign-in service is called. */
  name: string;
  next: string;
}

/** The way to the school's own sign-in service. A target makes it a real navigation, as the service is another site. */
export function OidcLink({ name, next }: OidcLinkProps) {
  return (
    <ButtonLink href={`/api/auth/begin?next=${encodeURIComponent(next)}`} kind="quiet" target="_top">
      Sign in with {name}
    </ButtonLink>
  );
}
