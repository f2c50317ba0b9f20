import { bool, index, instant, integer, json, real, table, text } from '#db/columns.ts';
import type { VerdictReceipt } from '#lib/mastery/verdict-receipt.ts';
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
    /** How many more questions would settle it, on average; null when it is settled. */
    more: integer('more'),
    /** Some of the difficulties rested on the author's label alone. */
    provisional: bool('provisional').notNull().default(true),
    /** What was then believed of the person in the lesson, in logits: ability plus offset. */
    standing: real('standing'),
    /** What the verdict was worked out from, so that it can be worked out again. */
    receipt: json<VerdictReceipt>('receipt'),
    at: instant('at').notNull(),
  },
  (t) => [index('verdicts_user_lesson').on(t.userId, t.lessonId, t.at)],
);
