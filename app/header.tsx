import { UnsentDrafts } from '#components/item/draft/unsent-drafts.tsx';
import { type Figure, figures } from '#components/shell/hidden-figures.ts';
import { PersonChip } from '#components/shell/person-chip.tsx';
import { SiteHeader } from '#components/shell/site-header.tsx';
import { KeepTypedFields } from '#components/shell/typed-fields.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { shownStreak, streakOf } from '#lib/progress/streak.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { currentUser } from '#lib/server/door/session.ts';

/** The header for the current user. */
export async function Header() {
  const user = await currentUser();
  if (!user)
    return (
      <>
        <SiteHeader signedIn={false} user={<SignIn />} />
        <KeepTypedFields key="" />
      </>
    );
  return (
    <>
      <UserHeader user={user} />
      <KeepTypedFields key={user.id} />
      <UnsentDrafts key={user.id} userId={user.id} />
    </>
  );
}

async function UserHeader({ user }: { user: SessionUser }) {
  if (isStaff(user.role))
    return (
      <SiteHeader
        staffItems={staffItemsOf(user)}
        user={<PersonChip displayName={user.displayName} streak={null} points={null} />}
      />
    );
  const moment = { at: await requestTime(), timeZone: user.timeZone };
  const streak = shownStreak(streakOf(user), localDay(moment.at, moment.timeZone), moment);
  return (
    <SiteHeader
      staffItems={staffItemsOf(user)}
      hides={hiddenBy(user)}
      user={
        <PersonChip
          displayName={user.displayName}
          streak={user.hidesStreak ? null : { days: streak.days, freezes: streak.freezes }}
          points={user.hidesPoints ? null : user.xp}
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

function hiddenBy({ hidesPoints, hidesStreak, hidesBadges, hidesBoard }: SessionUser): Figure[] {
  const hides = { points: hidesPoints, streak: hidesStreak, badges: hidesBadges, board: hidesBoard };
  return figures.filter((figure) => hides[figure]);
}

function staffItemsOf({ role }: SessionUser) {
  if (role === 'author') return [{ href: '/teach/reports', label: 'Reports' }];
  return isStaff(role) ? [{ href: '/teach', label: 'Teach' }] : [];
}
