import type { ComponentProps } from 'react';

export interface LinkProps extends ComponentProps<'a'> {
  href: string;
}

/**
 * A link within the site: a plain anchor. With a script, `SoftLinks` navigates without loading a new
 * document, and fetches a page when the pointer or the focus rests on its link.
 */
export function Link(props: LinkProps) {
  return <a data-soft="" {...props} />;
}
