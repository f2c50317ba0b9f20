'use client';

import { usePathname } from 'next/navigation';
import { NavLink } from '#components/ui/nav-link.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
}

/** The lessons are below `/tracks`, and their list is the first page. */
const isUnder = (path: string, section: string): boolean =>
  path === section || path.startsWith(`${section === '/' ? '/tracks' : section}/`);

/** The links of the site's navigation: one is current by the path of the page, and each closes the menu that contains it. */
export function SiteNav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <ul>
      {items.map(({ href, label }) => (
        <li key={href}>
          <NavLink
            href={href}
            current={isUnder(path, href)}
            onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
