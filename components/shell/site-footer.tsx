import { Link } from '#components/ui/link.tsx';
import { Logo } from '#components/ui/logo.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

export interface SiteFooterProps {
  /** Text links, such as Help. */
  links?: readonly { href: string; label: string }[] | undefined;
}

/** The footer of every page: name, links and the theme switch. */
export function SiteFooter({ links = [{ href: '/help', label: 'Help' }] }: SiteFooterProps) {
  return (
    <footer className="no-print mt-20 border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-4 px-4 py-8 text-sm text-ink-soft sm:px-6">
        <span className="inline-flex items-center gap-3">
          <Logo size={20} wordless />
          <span>Surefoot</span>
        </span>
        <nav aria-label="More">
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="inline-block py-2.5 hover:text-ink">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="needs-script sm:ms-auto">
          <ThemeToggle />
        </div>
      </div>
    </footer>
  );
}
