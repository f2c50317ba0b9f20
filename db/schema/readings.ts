import { instant, primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Activities without questions that a person marked as read. */
export const readings = table(
  'readings',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.lessonId, t.activity] })],
);
