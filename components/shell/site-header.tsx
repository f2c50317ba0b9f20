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

/** Logo, navigation and user. On a phone the navigation opens from a button. */
export function SiteHeader({ signedIn = true, staffItems = [], hides = [], user }: SiteHeaderProps) {
  const shown = learnerItems.filter(({ shows }) => shows === undefined || !hides.includes(shows));
  const items = [lessons, ...(signedIn ? shown : []), ...staffItems, help];
  return (
    <header data-hides={hides.join(' ') || undefined} className="no-print border-b border-line">
      <div className="mx-auto flex h-14 max-w-page items-center gap-2 px-4 sm:px-6 lg:gap-10">
        <Link href="/" className="-mx-1 rounded-sm px-1 py-2 no-underline">
          <Logo />
        </Link>
        <nav aria-label="Main" className="hidden h-full gap-6 lg:flex">
          {items.map(({ label, href, alsoCurrent }) => (
            <SiteNavLink key={href} href={href} alsoCurrent={alsoCurrent} className="h-full pt-3.5">
              {label}
            </SiteNavLink>
          ))}
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
      <nav
        id="site-menu"
        popover="auto"
        aria-label="Main"
        className="inset-x-0 top-14 bottom-auto m-0 w-full border-b border-line bg-paper px-4 pt-2 pb-4 text-ink shadow-pop backdrop:bg-(--veil) sm:px-6"
      >
        <ul className="divide-y divide-line">
          {items.map(({ label, href, alsoCurrent }) => (
            <li key={href}>
              <SiteNavLink
                href={href}
                alsoCurrent={alsoCurrent}
                className="min-h-12 w-full text-lg! shadow-none!"
              >
                {label}
              </SiteNavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
