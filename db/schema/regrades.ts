import { sql } from 'drizzle-orm';
import { index, instant, integer, json, primaryKey, real, table, text, uniqueIndex } from '#db/columns.ts';
import type { RegradePolicy } from '#lib/progress/regrade/regrade-answers.ts';
import type { RegradedVerdict } from '#lib/progress/regrade/regraded-verdict.ts';
import type { AnswerCorrectness } from '#lib/progress/tally.ts';
import { responses } from './responses.ts';
import { sittings } from './sittings.ts';
import { users } from './users.ts';

/** Events that grade stored answers to an item again, or undo such an event. Rows are added, never changed. */
export const regrades = table(
  'regrades',
  {
    id: text('id').primaryKey(),
    /** Orders all events. */
    ordinal: integer('ordinal').notNull(),
    itemId: text('item_id').notNull(),
    /** The version of the item that graded. */
    itemVersion: text('item_version').notNull(),
    policy: text('policy').$type<RegradePolicy>().notNull(),
    /** What the learners read. */
    reason: text('reason').notNull(),
    /** Who did it; null for the command line, and for a person who is gone. */
    regradedBy: text('regraded_by').references(() => users.id, { onDelete: 'set null' }),
    /** The event that this one undoes. */
    undoes: text('undoes'),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('regrades_ordinal').on(t.ordinal),
    uniqueIndex('regrades_undone_once').on(t.undoes),
    index('regrades_item').on(t.itemId, t.ordinal),
  ],
);

/**
 * The grades that an event gave, and those before it. An answer counts by its newest row, or by the ledger without one.
 * Rows are added; only `replacedBy` is set, when a newer row takes over.
 */
export const regradedResponses = table(
  'regraded_responses',
  {
    regradeId: text('regrade_id')
      .notNull()
      .references(() => regrades.id, { onDelete: 'cascade' }),
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    score: real('score').notNull(),
    verdict: text('verdict').$type<AnswerCorrectness>().notNull(),
    points: integer('points').notNull(),
    scoreBefore: real('score_before').notNull(),
    verdictBefore: text('verdict_before').$type<AnswerCorrectness>().notNull(),
    pointsBefore: integer('points_before').notNull(),
    /** The event whose row counts instead; null for the row that counts. */
    replacedBy: text('replaced_by'),
  },
  (t) => [
    primaryKey({ columns: [t.regradeId, t.responseId] }),
    uniqueIndex('regraded_responses_current').on(t.responseId).where(sql`replaced_by is null`),
  ],
);

/** The verdicts that an event moved, as they were before it. */
export const regradedVerdicts = table(
  'regraded_verdicts',
  {
    regradeId: text('regrade_id')
      .notNull()
      .references(() => regrades.id, { onDelete: 'cascade' }),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id, { onDelete: 'cascade' }),
    before: json<RegradedVerdict>('before').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regradeId, t.sittingId] }),
    index('regraded_verdicts_sitting').on(t.sittingId),
  ],
);
