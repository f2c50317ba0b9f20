import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Logo } from '#components/ui/logo.tsx';
import type { Figure } from './hidden-figures.ts';
import { SiteNavLink } from './site-nav-link.tsx';

interface NavItem {
  href: string;
  /** The link is left out when this is hidden. */
  shows?: Figure;
  label: string;
  alsoCurrent?: readonly string[];
}

const lessons: NavItem = { href: '/', label: 'Lessons', alsoCurrent: ['/tracks'] };
const learnerItems: NavItem[] = [
  { href: '/today', label: 'Today' },
  { href: '/badges', label: 'Badges', shows: 'badges' },
  { href: '/leaderboard', label: 'Leaderboard', shows: 'board' },
];
const help: NavItem = { href: '/help', label: 'Help' };

export interface SiteHeaderProps {
  /** Visitors see only Lessons and Help. */
  signedIn?: boolean | undefined;
  /** Links for staff, such as `{ href: '/teach', label: 'Teach' }`. */
  staffItems?: readonly NavItem[] | undefined;
  /** What the user hides, here and wherever `data-shows` names it. */
  hides?: readonly Figure[] | undefined;
  /** The user’s chip, or a sign-in link. */
  user?: ReactNode;
}

/** Logo, navigation and user. On a phone the same navigation is a menu that opens from a button. */
export function SiteHeader({ signedIn = true, staffItems = [], hides = [], user }: SiteHeaderProps) {
  const shown = learnerItems.filter(({ shows }) => shows === undefined || !hides.includes(shows));
  const items = [lessons, ...(signedIn ? shown : []), ...staffItems, help];
  return (
    <header data-hides={hides.join(' ') || undefined} className="no-print border-b border-line">
      <div className="mx-auto flex h-14 max-w-page items-center gap-2 px-4 sm:px-6 lg:gap-10">
        <Link href="/" className="-mx-1 rounded-sm px-1 py-2 no-underline">
          <Logo />
        </Link>
        <nav id="site-menu" popover="auto" aria-label="Main" className="site-menu">
          <ul>
            {items.map(({ label, href, alsoCurrent }) => (
              <li key={href}>
                <SiteNavLink href={href} {...(alsoCurrent ? { alsoCurrent } : {})}>
                  {label}
                </SiteNavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center sm:gap-2">
          {user}
          <button
            type="button"
            popoverTarget="site-menu"
            aria-label="Menu"
            className="-me-3 grid size-11 place-items-center rounded-md lg:hidden"
          >
            <Icon name="menu" size={24} />
          </button>
        </div>
      </div>
    </header>
  );
}
