import { index, instant, integer, real, table, text } from '#db/columns.ts';
import { sittings } from './sittings.ts';
import { users } from './users.ts';

/** The outcome of a closed test, as it was told to the learner. */
export const verdicts = table(
  'verdicts',
  {
    sittingId: text('sitting_id')
      .primaryKey()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    outcome: text('outcome').$type<'strong' | 'not-yet' | 'unsure'>().notNull(),
    pStrong: real('p_strong').notNull(),
    low: real('low').notNull(),
    high: real('high').notNull(),
    right: integer('right_count').notNull(),
    asked: integer('asked').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('verdicts_user_lesson').on(t.userId, t.lessonId, t.at)],
);
