import { PersonChip } from '#components/shell/person-chip.tsx';
import { SiteHeader } from '#components/shell/site-header.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay, shownStreak } from '#lib/progress/streak.ts';
import { currentUser } from '#lib/server/session.ts';
import { world } from '#lib/server/world.ts';

/** The header with the person in it. */
export async function Header() {
  const user = await currentUser();
  if (!user) return <SiteHeader signedIn={false} me={<SignIn />} />;
  const { now } = await world();
  const streak = shownStreak(
    {
      days: user.streakDays,
      best: user.streakDays,
      freezes: user.streakFreezes,
      lastDay: user.lastActiveDay,
    },
    localDay(now(), user.timeZone),
  );
  return (
    <SiteHeader
      office={officeOf(user)}
      me={
        <PersonChip
          displayName={user.displayName}
          points={user.xp}
          streakDays={streak.days}
          freezes={streak.freezes}
        />
      }
    />
  );
}

/** What the static shell shows until the person is known. */
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

const officeOf = ({ role }: SessionUser) =>
  role === 'teacher' || role === 'admin' ? [{ href: '/teach', word: 'Teach' }] : [];
