import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { badgeShares } from './schema/badge-shares.ts';
import { badges } from './schema/badges.ts';
import { users } from './schema/users.ts';

export type BadgeShare = typeof badgeShares.$inferSelect;

const store = prepared((queries, share: BadgeShare) =>
  queries
    .insert(badgeShares)
    .values(share)
    .onConflictDoUpdate({ target: [badgeShares.userId, badgeShares.badgeId], set: { name: share.name } })
    .returning({ token: badgeShares.token }),
);

/** Shares a badge and gives the token of its link. One that is shared already keeps it and gets the new name. */
export async function recordBadgeShare(db: Db, share: BadgeShare): Promise<string> {
  const [stored] = await store(db, share);
  return stored?.token ?? share.token;
}

type BadgeRef = Pick<BadgeShare, 'userId' | 'badgeId'>;

const remove = prepared((queries, { userId, badgeId }: BadgeRef) =>
  queries.delete(badgeShares).where(and(eq(badgeShares.userId, userId), eq(badgeShares.badgeId, badgeId))),
);

/** Withdraws the link of a badge, for good. */
export async function removeBadgeShare(db: Db, ref: BadgeRef): Promise<void> {
  await remove(db, ref);
}

const ofBadge = prepared((queries, { userId, badgeId }: BadgeRef) =>
  queries
    .select()
    .from(badgeShares)
    .where(and(eq(badgeShares.userId, userId), eq(badgeShares.badgeId, badgeId))),
);

export async function findBadgeShare(db: Db, ref: BadgeRef): Promise<BadgeShare | undefined> {
  const [share] = await ofBadge(db, ref);
  return share;
}

const byToken = prepared((queries, { token }: { token: string }) =>
  queries
    .select({
      name: badgeShares.name,
      badgeId: badges.badgeId,
      lessonId: badges.lessonId,
      timed: badges.timed,
      earnedAt: badges.earnedAt,
      timeZone: users.timeZone,
    })
    .from(badgeShares)
    .innerJoin(badges, and(eq(badges.userId, badgeShares.userId), eq(badges.badgeId, badgeShares.badgeId)))
    .innerJoin(users, eq(users.id, badgeShares.userId))
    .where(and(eq(badgeShares.token, token), isNull(users.disabledAt))),
);

/** A shared badge with what its page shows; undefined for an unknown or withdrawn link and a disabled account. */
export async function findSharedBadge(db: Db, token: string) {
  const [found] = await byToken(db, { token });
  return found;
}
