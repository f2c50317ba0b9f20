import { bool, index, instant, integer, json, real, table, text } from '#db/columns.ts';
import type { VerdictReceipt } from '#lib/mastery/verdict-receipt.ts';
import { sittings } from './sittings.ts';
import { users } from './users.ts';

/** The outcome of a closed test, as the learner saw it. */
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
    /** Expected number of further questions until the outcome is decided; null when it is. */
    more: integer('more'),
    /** True when the difficulty of a question was known from the author's label only. */
    provisional: bool('provisional').notNull().default(true),
    /** The belief about the person in the lesson at that moment, in logits: ability plus offset. */
    standing: real('standing'),
    /** Everything the verdict was computed from, so that it can be computed again. */
    receipt: json<VerdictReceipt>('receipt'),
    at: instant('at').notNull(),
  },
  (t) => [index('verdicts_user_lesson').on(t.userId, t.lessonId, t.at)],
);
