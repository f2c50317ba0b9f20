import { ButtonLink } from '#components/ui/button.tsx';

export interface OidcLinkProps {
  /** What the school's sign-in service is called. */
  name: string;
  next: string;
}

/** A link to the school’s sign-in service. `target` forces a full navigation, because the service is another site. */
export function OidcLink({ name, next }: OidcLinkProps) {
  return (
    <ButtonLink href={`/api/auth/begin?next=${encodeURIComponent(next)}`} kind="quiet" target="_top">
      Sign in with {name}
    </ButtonLink>
  );
}
