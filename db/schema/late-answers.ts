import { index, instant, primaryKey, table, text } from '#db/columns.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { sittings } from './sittings.ts';
import { users } from './users.ts';

/** Answers that were refused because they came after deadline and grace. Rows are added, never changed: one per attempt. */
export const lateAnswers = table(
  'late_answers',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Names the attempt, as in the ledger. */
    idempotencyKey: text('idempotency_key').notNull(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    itemId: text('item_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    /** The refusal that the person saw; it is not always "too late", as the item may have been settled by then. */
    reason: text('reason').$type<SubmitRefusal>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.idempotencyKey] }),
    index('late_answers_user_time').on(t.userId, t.receivedAt),
  ],
);
