import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { badges } from './schema/badges.ts';

export type Badge = typeof badges.$inferSelect;

const insert = prepared((queries, badge: Badge) =>
  queries.insert(badges).values(badge).onConflictDoNothing().returning({ id: badges.badgeId }),
);

/** False when the person already has it: a badge is earned once. */
export async function recordBadge(db: Db, badge: Badge): Promise<boolean> {
  return (await insert(db, badge)).length > 0;
}

const ofPerson = prepared((queries, { userId }: { userId: string }) =>
  queries.select().from(badges).where(eq(badges.userId, userId)),
);

export async function listBadges(db: Db, userId: string): Promise<Badge[]> {
  return ofPerson(db, { userId });
}

const ofPeople = prepared((queries, { userIds }: { userIds: readonly string[] }) =>
  queries.select().from(badges).where(isOneOf(badges.userId, userIds)),
);

export async function listBadgesOf(db: Db, userIds: readonly string[]): Promise<Badge[]> {
  return userIds.length === 0 ? [] : ofPeople(db, { userIds });
}

/** Takes a badge back from its owner, if it was given at that moment. */
export async function withdrawBadge(
  tx: Tx,
  { userId, badgeId, earnedAt }: Pick<Badge, 'userId' | 'badgeId' | 'earnedAt'>,
): Promise<void> {
  await tx
    .delete(badges)
    .where(and(eq(badges.userId, userId), eq(badges.badgeId, badgeId), eq(badges.earnedAt, earnedAt)));
}
