'use client';

import { usePathname } from 'next/navigation';
import { NavLink, type NavLinkProps } from '#components/ui/nav-link.tsx';

export interface SiteNavLinkProps extends Omit<NavLinkProps, 'href' | 'current'> {
  href: string;
  /** Other paths that belong to this place, such as `/tracks` to Lessons. */
  also?: readonly string[] | undefined;
}

function isUnder(path: string, place: string): boolean {
  return place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);
}

/** A NavLink that knows whether we are there, and closes the menu it stands in. */
export function SiteNavLink({ href, also = [], ...rest }: SiteNavLinkProps) {
  const path = usePathname();
  return (
    <NavLink
      {...rest}
      href={href}
      current={[href, ...also].some((place) => isUnder(path, place))}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    />
  );
}
