import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { HiddenPage } from '#components/account/hidden-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { BadgeView } from '#components/progress/badge-view.tsx';
import { Section } from '#components/progress/section.tsx';
import { ShareBadgeForm } from '#components/progress/share-badge-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { badgePage } from '#lib/server/progress/badge-page.ts';
import { makeBadgeLink, withdrawBadgeLink } from './actions.ts';
import { sharedBadgeUrl } from './shared-badge-url.ts';

export const metadata: Metadata = { title: 'Badge' };

/** A badge as its owner sees it, earned or not. */
export default async function OwnBadgePage({ params }: PageProps<'/badges/[id]'>) {
  const { id } = await params;
  const user = await userOfPage();
  if (!user) return <SignInFirst next={`/badges/${id}`} />;
  if (user.hidesBadges) return <HiddenPage title="Badges are hidden" />;
  const page = await badgePage(await world(), user, id);
  if (!page) return <MissingPage />;
  const { badge, share } = page;
  const earned = 'earnedAt' in badge ? { at: badge.earnedAt, timed: badge.timed } : null;
  const goal = 'goal' in badge ? badge.goal : null;
  return (
    <>
      <p className="no-print mb-6 text-sm">
        <Link href="/badges">All badges</Link>
      </p>
      <BadgeView
        {...badge}
        lesson={badge.lesson ? <Link href={badge.lesson.href}>{badge.lesson.title}</Link> : null}
        earned={earned && { ...earned, timeZone: user.timeZone }}
        goal={goal && { ...goal.progress, description: goal.description }}
      >
        {goal ? <ButtonLink href={goal.href}>{goal.linkText}</ButtonLink> : null}
      </BadgeView>
      {earned ? (
        <div className="no-print mt-12">
          <Section title="Show it to others">
            <ShareBadgeForm
              key={share?.token ?? ''}
              badgeId={badge.id}
              name={share?.name ?? user.boardName ?? user.displayName}
              link={share ? sharedBadgeUrl(share.token) : null}
              share={makeBadgeLink}
              withdraw={withdrawBadgeLink}
            />
          </Section>
        </div>
      ) : null}
    </>
  );
}
