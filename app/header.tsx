import { UnsentDrafts } from '#components/item/draft/unsent-drafts.tsx';
import type { FrameParts } from '#components/shell/frame-parts.tsx';
import { type Figure, figures } from '#components/shell/hidden-figures.ts';
import { PersonChip } from '#components/shell/person-chip.tsx';
import { SiteHeader } from '#components/shell/site-header.tsx';
import { KeepTypedFields } from '#components/shell/typed-fields.tsx';
import { OpenSittingLinks } from '#components/sitting/open-sitting-links.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { mayWriteLessons } from '#lib/access/may-author.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { shownStreak, streakOf } from '#lib/progress/streak.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { shownPoints } from '#lib/server/progress/unrevealed-answers.ts';
import { openSittings } from '#lib/server/sitting/open-sittings.ts';

export interface HeaderProps {
  /** Null for a visitor. */
  user: SessionUser | null;
  parts: FrameParts;
}

/** The header for the current user. */
export function Header({ user, parts }: HeaderProps) {
  if (!user)
    return (
      <>
        <SiteHeader parts={parts} signedIn={false} reader={readerOf(null)} user={<SignIn />} />
        <KeepTypedFields key="" />
      </>
    );
  return (
    <>
      <UserHeader user={user} parts={parts} />
      <OpenSittings userId={user.id} />
      <KeepTypedFields key={`fields/${user.id}`} />
      <UnsentDrafts key={`drafts/${user.id}`} userId={user.id} />
    </>
  );
}

async function OpenSittings({ userId }: { userId: string }) {
  const { database, library } = await world();
  const open = await openSittings(database.db, await library(), userId, await requestTime());
  return open.length > 0 ? <OpenSittingLinks sittings={open} /> : null;
}

async function UserHeader({ user, parts }: { user: SessionUser; parts: FrameParts }) {
  if (isStaff(user.role))
    return (
      <SiteHeader
        parts={parts}
        staffItems={staffItemsOf(user)}
        reader={readerOf(user)}
        user={<PersonChip parts={parts} displayName={user.displayName} streak={null} points={null} />}
      />
    );
  const moment = { at: await requestTime(), timeZone: user.timeZone };
  const streak = shownStreak(streakOf(user), localDay(moment.at, moment.timeZone), moment);
  return (
    <SiteHeader
      parts={parts}
      staffItems={staffItemsOf(user)}
      hides={hiddenBy(user)}
      reader={readerOf(user)}
      user={
        <PersonChip
          parts={parts}
          displayName={user.displayName}
          streak={user.hidesStreak ? null : { days: streak.days, freezes: streak.freezes }}
          points={user.hidesPoints ? null : await shownPoints(await world(), user)}
        />
      }
    />
  );
}

function SignIn() {
  return (
    <ButtonLink href="/signin" kind="quiet" size="small">
      Sign in
    </ButtonLink>
  );
}

/** Whose pages this device may keep; undefined where the school has turned that off. */
function readerOf(user: SessionUser | null): string | undefined {
  return env().offline ? (user?.id ?? '') : undefined;
}

function hiddenBy({ hidesPoints, hidesStreak, hidesBadges, hidesBoard }: SessionUser): Figure[] {
  const hides = { points: hidesPoints, streak: hidesStreak, badges: hidesBadges, board: hidesBoard };
  return figures.filter((figure) => hides[figure]);
}

function staffItemsOf({ role }: SessionUser) {
  const author = mayWriteLessons({ role }) ? [{ href: '/author', label: 'Author' }] : [];
  if (role === 'author') return [...author, { href: '/teach/reports', label: 'Reports' }];
  return isStaff(role) ? [{ href: '/teach', label: 'Teach' }, ...author] : author;
}
