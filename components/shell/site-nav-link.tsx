'use client';

import { usePathname } from 'next/navigation';
import { NavLink, type NavLinkProps } from '#components/ui/nav-link.tsx';

export interface SiteNavLinkProps extends Omit<NavLinkProps, 'href' | 'current'> {
  href: string;
  /** Other paths for which the link is current, such as `/tracks` for Lessons. */
  alsoCurrent?: readonly string[] | undefined;
}

function isUnder(path: string, section: string): boolean {
  return section === '/' ? path === '/' : path === section || path.startsWith(`${section}/`);
}

/** A NavLink that is current by the path of the page, and closes the menu that contains it. */
export function SiteNavLink({ href, alsoCurrent = [], ...rest }: SiteNavLinkProps) {
  const path = usePathname();
  return (
    <NavLink
      {...rest}
      href={href}
      current={[href, ...alsoCurrent].some((section) => isUnder(path, section))}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    />
  );
}
