import type { ReactNode } from 'react';
import { ThemeToggle } from './theme-toggle.tsx';

export interface SiteFooterProps {
  /** The name and the links. */
  children: ReactNode;
}

/** The footer of every page, with the theme switch. */
export function SiteFooter({ children }: SiteFooterProps) {
  return (
    <footer className="site-footer no-print">
      <div>
        {children}
        <div className="needs-script">
          <ThemeToggle />
        </div>
      </div>
    </footer>
  );
}
