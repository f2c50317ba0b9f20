import { instant, primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Badges earned, once for each person. */
export const badges = table(
  'badges',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    badgeId: text('badge_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    timed: text('timed').$type<'timed' | 'untimed' | 'no-clock'>().notNull(),
    earnedAt: instant('earned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.badgeId] })],
);
