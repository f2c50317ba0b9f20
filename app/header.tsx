import { UnsentDrafts } from '#components/item/draft/unsent-drafts.tsx';
import { PersonChip } from '#components/shell/person-chip.tsx';
import { type Figure, figures, SiteHeader } from '#components/shell/site-header.tsx';
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
  if (!user) return <SiteHeader signedIn={false} me={<SignIn />} />;
  return (
    <>
      <HeaderOf user={user} />
      <UnsentDrafts key={user.id} userId={user.id} />
    </>
  );
}

async function HeaderOf({ user }: { user: SessionUser }) {
  if (isStaff(user.role))
    return (
      <SiteHeader
        office={officeOf(user)}
        me={<PersonChip displayName={user.displayName} streak={null} points={null} />}
      />
    );
  const moment = { at: await requestTime(), timeZone: user.timeZone };
  const streak = shownStreak(streakOf(user), localDay(moment.at, moment.timeZone), moment);
  return (
    <SiteHeader
      office={officeOf(user)}
      hides={hiddenBy(user)}
      me={
        <PersonChip
          displayName={user.displayName}
          streak={user.hidesStreak ? null : streak}
          points={user.hidesPoints ? null : user.xp}
        />
      }
    />
  );
}

/** The header of the static shell, shown until the user is known. */
export function HeaderForStrangers() {
  return (
    <div data-waiting>
      <SiteHeader signedIn={false} me={<span className="h-11" />} />
    </div>
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

function officeOf({ role }: SessionUser) {
  if (role === 'author') return [{ href: '/teach/reports', word: 'Reports' }];
  return isStaff(role) ? [{ href: '/teach', word: 'Teach' }] : [];
}
