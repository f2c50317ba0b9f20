import { type BadgeShare, findBadgeShare } from '#db/badge-shares.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { World } from '#lib/server/world.ts';
import { badgeShelf, type EarnedBadgeEntry, type UnearnedBadgeEntry } from './badge-shelf.ts';

export interface BadgePage {
  readonly badge: EarnedBadgeEntry | UnearnedBadgeEntry;
  /** Its link, if the owner shares it. */
  readonly share: BadgeShare | null;
}

/** One badge of a user's own, earned or not; null when there is none of that id. */
export async function badgePage(
  world: World,
  user: Pick<SessionUser, 'id'>,
  badgeId: string,
): Promise<BadgePage | null> {
  const { earned, inProgress, notStarted } = await badgeShelf(world, user);
  const badge = [...earned, ...inProgress, ...notStarted].find(({ id }) => id === badgeId);
  if (!badge) return null;
  const share =
    'earnedAt' in badge ? await findBadgeShare(world.database.db, { userId: user.id, badgeId }) : null;
  return { badge, share: share ?? null };
}
