import { z } from 'zod';
import { findSharedBadge, recordBadgeShare, removeBadgeShare } from '#db/badge-shares.ts';
import { listBadges } from '#db/badges.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { nameSchema } from '#lib/access/user-name.ts';
import { badgeRules } from '#lib/progress/badge-goal.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

export const ShareForm = z.object({
  badge: one(z.string()),
  name: one(nameSchema('Enter the name that the page should show.')),
});
export const WithdrawForm = z.object({ badge: one(z.string()) });

/** Makes a page for an earned badge that everybody with its link can see, under a name of the owner's choice; gives its token. */
export async function shareBadge(
  world: World,
  user: Pick<SessionUser, 'id'>,
  { badge: badgeId, name }: z.output<typeof ShareForm>,
): Promise<Result<string, 'not-earned'>> {
  const { db } = world.database;
  const earned = (await listBadges(db, user.id)).some((badge) => badge.badgeId === badgeId);
  if (!earned) return refuse('not-earned');
  const sharedAt = world.now();
  return ok(await recordBadgeShare(db, { token: world.newId(), userId: user.id, badgeId, name, sharedAt }));
}

/** Withdraws the link: its page is gone, and sharing again makes another. */
export async function withdrawBadge(
  world: World,
  user: Pick<SessionUser, 'id'>,
  { badge: badgeId }: z.output<typeof WithdrawForm>,
): Promise<Result<null, never>> {
  await removeBadgeShare(world.database.db, { userId: user.id, badgeId });
  return ok(null);
}

/** A badge as visitors with its link see it. */
export interface SharedBadge {
  /** The owner, as they wrote it. */
  readonly name: string;
  readonly lessonId: string;
  readonly badge: string;
  readonly about: string;
  readonly rule: string;
  readonly lesson: string | null;
  readonly earnedAt: Date;
  readonly timeZone: string;
  readonly timed: 'timed' | 'untimed' | 'no-clock';
}

/** The badge of a link; null for an unknown or withdrawn one. */
export async function sharedBadge(world: World, token: string): Promise<SharedBadge | null> {
  const found = await findSharedBadge(world.database.db, token);
  if (!found) return null;
  const lesson = (await world.library()).lessonById(found.lessonId);
  const badge = lesson?.badge?.id === found.badgeId ? lesson.badge : null;
  const { name, lessonId, earnedAt, timeZone, timed } = found;
  return {
    ...{ name, lessonId, earnedAt, timeZone, timed },
    badge: badge?.name ?? 'A badge of an earlier lesson',
    about: badge?.about ?? '',
    rule: badge ? badgeRules[badge.rule] : '',
    lesson: lesson?.title ?? null,
  };
}
