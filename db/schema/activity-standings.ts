import { index, instant, integer, primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Totals of one person in one activity of a lesson. Progress pages read them instead of the ledger. */
export const activityStandings = table(
  'activity_standings',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    /** Items solved, or 1 when an activity without items was marked as read. */
    solved: integer('solved').notNull(),
    tries: integer('tries').notNull(),
    wrong: integer('wrong').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.lessonId, t.activity] }),
    index('activity_standings_lesson').on(t.lessonId, t.userId),
  ],
);
