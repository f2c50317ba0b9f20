import type { ReactNode } from 'react';
import type { FrameParts } from './frame-parts.tsx';
import type { Figure } from './hidden-figures.ts';
import { siteMenuId } from './site-menu-id.ts';
import { type NavItem, SiteNav } from './site-nav.tsx';

const lessons: NavItem = { href: '/', label: 'Lessons' };
/** `shows`: the link is left out when this is hidden. */
const learnerItems: readonly { readonly item: NavItem; readonly shows?: Figure }[] = [
  { item: { href: '/today', label: 'Today' } },
  { item: { href: '/badges', label: 'Badges' }, shows: 'badges' },
  { item: { href: '/leaderboard', label: 'Leaderboard' }, shows: 'board' },
];
const help: NavItem = { href: '/help', label: 'Help' };

export interface SiteHeaderProps {
  /** What is the same for everybody. */
  parts: Pick<FrameParts, 'homeLink' | 'search' | 'menuButton'>;
  /** Visitors see only Lessons and Help. */
  signedIn?: boolean | undefined;
  /** Links for staff, such as `{ href: '/teach', label: 'Teach' }`. */
  staffItems?: readonly NavItem[] | undefined;
  /** What the user hides, here and wherever `data-shows` names it. */
  hides?: readonly Figure[] | undefined;
  /** Whose pages these are, for the device to keep: an id, '' for a visitor; missing where nothing is kept. */
  reader?: string | undefined;
  /** The user’s chip, or a sign-in link. */
  user?: ReactNode;
}

/** Logo, navigation, search and user. On a phone the same navigation is a menu that opens from a button. */
export function SiteHeader({
  parts,
  signedIn = true,
  staffItems = [],
  hides = [],
  reader,
  user,
}: SiteHeaderProps) {
  const shown = learnerItems.filter(({ shows }) => shows === undefined || !hides.includes(shows));
  const items = [lessons, ...(signedIn ? shown.map(({ item }) => item) : []), ...staffItems, help];
  return (
    <header data-hides={hides.join(' ') || undefined} data-reader={reader} className="site-header no-print">
      <div>
        {parts.homeLink}
        <nav id={siteMenuId} popover="auto" aria-label="Main" className="site-menu">
          <SiteNav items={items} />
        </nav>
        <div className="header-end">
          {parts.search}
          {user}
          {parts.menuButton}
        </div>
      </div>
    </header>
  );
}
