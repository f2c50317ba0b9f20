import { bool, index, instant, integer, primaryKey, real, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Totals of one person for one item over all sittings, updated in the grading transaction. */
export const itemStandings = table(
  'item_standings',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: text('item_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    tries: integer('tries').notNull(),
    bestScore: real('best_score').notNull(),
    solved: bool('solved').notNull(),
    points: integer('points').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.itemId] }),
    index('item_standings_lesson').on(t.userId, t.lessonId),
  ],
);
