import { index, instant, integer, primaryKey, real, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** When an item should come back, by FSRS. One row for each card or missed item of a person. */
export const reviews = table(
  'reviews',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    itemId: text('item_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    stability: real('stability').notNull(),
    difficulty: real('difficulty').notNull(),
    state: integer('state').notNull(),
    repetitions: integer('repetitions').notNull(),
    lapses: integer('lapses').notNull(),
    lastAt: instant('last_at').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.itemId] }), index('reviews_due').on(t.userId, t.dueAt)],
);
