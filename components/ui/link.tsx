import type { ComponentProps } from 'react';

export interface LinkProps extends ComponentProps<'a'> {
  href: string;
}

/**
 * A link within the site: a plain anchor. With a script, `SoftLinks` navigates without loading a new
 * document. Nothing is prefetched, to spare small servers.
 */
export function Link(props: LinkProps) {
  return <a data-soft="" {...props} />;
}
