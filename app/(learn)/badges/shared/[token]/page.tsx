import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { BadgeView } from '#components/progress/badge-view.tsx';
import { world } from '#lib/server/host/process-world.ts';
import { sharedBadge } from '#lib/server/progress/share-badge.ts';

/** Its address is a secret, so search engines and the sites that its links lead to must not learn it. */
export const metadata: Metadata = {
  title: 'Badge',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** A badge that its owner shows to everybody with the link, signed in or not. */
export default async function SharedBadgePage({ params }: PageProps<'/badges/shared/[token]'>) {
  const { token } = await params;
  const shared = await sharedBadge(await world(), token);
  if (!shared) return <MissingPage />;
  const { name, lessonId, badge, about, rule, lesson, earnedAt, timeZone, timed } = shared;
  return (
    <BadgeView
      {...{ lessonId, about, rule, lesson }}
      name={badge}
      owner={name}
      earned={{ at: earnedAt, timed, timeZone }}
      goal={null}
    />
  );
}
