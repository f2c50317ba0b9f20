import type { ReactNode } from 'react';
import { Link, type LinkProps } from './link.tsx';

export interface NavLinkProps extends Omit<LinkProps, 'children'> {
  current?: boolean | undefined;
  children: ReactNode;
}

/** A navigation link; the current one is underlined. */
export function NavLink({ current = false, className = '', children, ...rest }: NavLinkProps) {
  return (
    <Link {...rest} {...(current ? { 'aria-current': 'page' } : {})} className={`nav-link ${className}`}>
      {children}
    </Link>
  );
}

export interface TabsProps {
  /** The accessible name of the row. */
  label: string;
  /** NavLinks. */
  children: ReactNode;
}

/** A row of NavLinks over a hairline; it scrolls sideways on a phone. Each is a page of its own, so it is a `nav`. */
export function Tabs({ label, children }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print overflow-x-auto shadow-[inset_0_-1px_0_var(--line)]">
      <div className="flex gap-4 sm:gap-6">{children}</div>
    </nav>
  );
}
