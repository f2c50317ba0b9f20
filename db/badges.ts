import { eq, inArray } from 'drizzle-orm';
import type { Db } from './client.ts';
import { badges } from './schema/badges.ts';

export type Badge = typeof badges.$inferSelect;

/** False when the person already has it: a badge is earned once. */
export async function recordBadge(db: Db, badge: Badge): Promise<boolean> {
  const stored = await db
    .insert(badges)
    .values(badge)
    .onConflictDoNothing()
    .returning({ id: badges.badgeId });
  return stored.length > 0;
}

export async function listBadges(db: Db, userId: string): Promise<Badge[]> {
  return db.select().from(badges).where(eq(badges.userId, userId));
}

export async function listBadgesOf(db: Db, userIds: readonly string[]): Promise<Badge[]> {
  return userIds.length === 0
    ? []
    : db
        .select()
        .from(badges)
        .where(inArray(badges.userId, [...userIds]));
}
