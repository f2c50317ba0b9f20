import type { ComponentProps } from 'react';

export interface LinkProps extends ComponentProps<'a'> {
  href: string;
}

/**
 * A link within the site. It is an anchor like any other; where a script runs, `SoftLinks` follows it without a new
 * document. Nothing is fetched before: a school's server has better to do.
 */
export function Link(props: LinkProps) {
  return <a data-soft="" {...props} />;
}
