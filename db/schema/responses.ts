import { bool, index, instant, integer, json, real, table, text, uniqueIndex } from '#db/columns.ts';
import type { Answer, Level } from '#lib/item/registry.ts';
import type { AnswerCorrectness } from '#lib/progress/tally.ts';
import { sittings } from './sittings.ts';
import { users } from './users.ts';

/** The ledger: every submitted answer, with the version of the item that it answers. Rows are added, never changed. */
export const responses = table(
  'responses',
  {
    id: text('id').primaryKey(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    itemId: text('item_id').notNull(),
    itemVersion: text('item_version').notNull(),
    ordinal: integer('ordinal').notNull(),
    /** With the author's ids of options, blocks and blanks, not with the names that the browser saw. */
    answer: json<Answer>('answer').notNull(),
    score: real('score').notNull(),
    verdict: text('verdict').$type<AnswerCorrectness>().notNull(),
    hintsOpened: integer('hints_opened').notNull(),
    points: integer('points').notNull(),
    /** Received after the deadline and within its grace. */
    overTime: bool('over_time').notNull().default(false),
    /**
     * A logical clock, greater than in all earlier answers of the same person and to the same lesson. Answers update the
     * beliefs in its order and can be replayed in it. 0 for answers older than this column.
     */
    clock: integer('clock').notNull().default(0),
    /**
     * Chance of a lucky guess and the author's level at that moment, for graded kinds: a later edit changes no replay. Null
     * in answers of guests, which count in no statistics of items, also once the guest has an account.
     */
    guess: real('guess'),
    level: text('level').$type<Level>(),
    durationMs: integer('duration_ms'),
    receivedAt: instant('received_at').notNull(),
    /** The learner's calendar day at that moment: streaks are recounted from it. */
    localDay: text('local_day').notNull(),
    /** The learner's time zone at that moment; null for answers older than this column. */
    timeZone: text('time_zone'),
    idempotencyKey: text('idempotency_key').notNull(),
  },
  (t) => [
    uniqueIndex('responses_once_per_key').on(t.userId, t.idempotencyKey),
    uniqueIndex('responses_once_per_attempt').on(t.sittingId, t.itemId, t.ordinal),
    index('responses_user_time').on(t.userId, t.receivedAt),
    index('responses_clock').on(t.clock, t.id),
  ],
);
