'use client';

import { usePathname } from 'next/navigation';
import { NavLink, type NavLinkProps } from '#components/ui/nav-link.tsx';

export interface SiteNavLinkProps extends Omit<NavLinkProps, 'href' | 'current'> {
  href: string;
  /** Other paths for which the link is current, such as `/tracks` for Lessons. */
  also?: readonly string[] | undefined;
}

function isUnder(path: string, place: string): boolean {
  return place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);
}

/** A NavLink that is current by the path of the page, and closes the menu that contains it. */
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
