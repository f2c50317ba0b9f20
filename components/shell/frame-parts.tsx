import type { ReactElement } from 'react';
import { type PageText, type SectionedText, sectionedText } from '#components/lesson/static-sections.tsx';
import { StaticText, type StaticTextProps } from '#components/lesson/static-text.tsx';
import { streakRule } from '#lib/progress/streak-rule.ts';
import { pointsRule } from '#lib/sitting/points-rule.ts';
import { FooterLinks } from './footer-links.tsx';
import { HeaderSearch } from './header-search.tsx';
import { HomeLink } from './home-link.tsx';
import { MenuButton } from './menu-button.tsx';
import { OfflineNote } from './offline-note.tsx';
import { PersonLinks } from './person-links.tsx';

/** What is the same around everybody’s pages: it is sent as markup alone, and not a second time as data. */
export const frameTexts = [
  { body: [], head: <HomeLink />, below: <HeaderSearch />, foot: <MenuButton /> },
  { body: [], head: <PersonLinks />, below: streakRule, foot: pointsRule },
  { body: [], head: <OfflineNote />, below: <FooterLinks /> },
] as const satisfies readonly PageText[];

const [header, person, page] = frameTexts;

/** The parts of the frame. The element of each is no box of its own. */
export interface FrameParts {
  readonly homeLink: ReactElement<StaticTextProps>;
  readonly search: ReactElement<StaticTextProps>;
  readonly menuButton: ReactElement<StaticTextProps>;
  readonly personLinks: ReactElement<StaticTextProps>;
  readonly streakRule: ReactElement<StaticTextProps>;
  readonly pointsRule: ReactElement<StaticTextProps>;
  readonly offlineNote: ReactElement<StaticTextProps>;
  readonly footerLinks: ReactElement<StaticTextProps>;
}

/** All at once: a component that waited for its own part would be one more piece of what is sent. */
export async function frameParts(): Promise<FrameParts> {
  const [ofHeader, ofPerson, ofPage] = await Promise.all([
    sectionedText(header, header),
    sectionedText(person, person),
    sectionedText(page, page),
  ]);
  return {
    homeLink: part(ofHeader, 'head'),
    search: part(ofHeader, 'below'),
    menuButton: part(ofHeader, 'foot'),
    personLinks: part(ofPerson, 'head'),
    streakRule: part(ofPerson, 'below'),
    pointsRule: part(ofPerson, 'foot'),
    offlineNote: part(ofPage, 'head'),
    footerLinks: part(ofPage, 'below'),
  };
}

const part = (
  { hash, ...places }: SectionedText,
  place: 'head' | 'below' | 'foot',
): ReactElement<StaticTextProps> => (
  <StaticText key={hash} hash={hash} section={places[place]} className="contents" />
);
