import { foreignKey, instant, table, text, uniqueIndex } from '#db/columns.ts';
import { badges } from './badges.ts';

/** A badge that its owner shows to everybody who has the link. Withdrawing it removes the row. */
export const badgeShares = table(
  'badge_shares',
  {
    /** The secret part of the link. */
    token: text('token').primaryKey(),
    userId: text('user_id').notNull(),
    badgeId: text('badge_id').notNull(),
    /** The name on the page, as the owner wrote it. */
    name: text('name').notNull(),
    sharedAt: instant('shared_at').notNull(),
  },
  (t) => [
    uniqueIndex('badge_shares_badge').on(t.userId, t.badgeId),
    foreignKey({
      columns: [t.userId, t.badgeId],
      foreignColumns: [badges.userId, badges.badgeId],
    }).onDelete('cascade'),
  ],
);
