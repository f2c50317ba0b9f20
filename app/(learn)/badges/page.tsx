import type { Metadata } from 'next';
import { HiddenPage } from '#components/account/hidden-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { EarnedBadges, OpenBadges } from '#components/progress/badge-shelf.tsx';
import { Section } from '#components/progress/section.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { streakRule } from '#lib/progress/streak-rule.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { badgeShelf } from '#lib/server/progress/badge-shelf.ts';
import { pointsRule } from '#lib/sitting/points-rule.ts';

export const metadata: Metadata = { title: 'Badges' };
/** With at most two badges in each list, the lists share one row on wide screens. */
const besides =
  'lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-4 lg:[&>section]:mt-0 lg:[&>section>ul]:grid-cols-1';

export default async function BadgesPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/badges" />;
  if (user.hidesBadges) return <HiddenPage title="Badges are hidden" />;
  const { earned, inProgress, notStarted } = await badgeShelf(await world(), user);
  return (
    <>
      <PageHeader title="Badges" lead="Each badge says what you have shown you can do, and how." />
      <div
        className={
          inProgress.length > 0 && Math.max(earned.length, inProgress.length) <= 2 ? besides : undefined
        }
      >
        <Section title={earned.length > 0 ? `Earned: ${earned.length}` : 'Earned'}>
          {earned.length > 0 ? (
            <EarnedBadges badges={earned} timeZone={user.timeZone} />
          ) : (
            <EmptyState title="None yet" heading="h3">
              The first one is usually a lesson’s challenge: every problem right in one sitting.
            </EmptyState>
          )}
        </Section>
        {inProgress.length > 0 ? (
          <Section title="Within reach">
            <OpenBadges badges={inProgress} />
          </Section>
        ) : null}
      </div>
      {notStarted.length > 0 ? (
        <Section title="In lessons you have not started">
          <Disclosure
            summary={notStarted.length === 1 ? 'Show the badge' : `Show all ${notStarted.length}`}
            open={inProgress.length === 0}
          >
            <OpenBadges badges={notStarted} />
          </Disclosure>
        </Section>
      ) : null}
      <Section title="What the numbers mean">
        <dl className="grid max-w-measure gap-4">
          <div data-shows="points">
            <dt className="font-semibold">Points</dt>
            <dd className="text-ink-soft">{pointsRule}</dd>
          </div>
          <div data-shows="streak">
            <dt className="font-semibold">Streak</dt>
            <dd className="text-ink-soft">{streakRule}</dd>
          </div>
        </dl>
      </Section>
    </>
  );
}
