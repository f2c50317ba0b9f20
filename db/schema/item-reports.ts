import { sql } from 'drizzle-orm';
import { index, instant, integer, json, table, text, uniqueIndex } from '#db/columns.ts';
import type { ReportKind } from '#lib/item/problem-report.ts';
import type { Answer } from '#lib/item/registry.ts';
import type { AnswerCorrectness } from '#lib/progress/tally.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { users } from './users.ts';

/** Problems that learners report, with the item as it was shown. At most one per person and item is open: the index is the rule. */
export const itemReports = table(
  'item_reports',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    itemId: text('item_id').notNull(),
    itemVersion: text('item_version').notNull(),
    /** The number of the sitting, and the seed of its shuffling and of its names. */
    ordinal: integer('ordinal').notNull(),
    seed: text('seed').notNull(),
    /** The item as it was shown to this person, without secrets that they had not seen. */
    shown: json<ServedItem>('shown').notNull(),
    /** The last answer, with the author's ids; null before the first. */
    answer: json<Answer | null>('answer'),
    verdict: text('verdict').$type<AnswerCorrectness>(),
    kind: text('kind').$type<ReportKind>().notNull(),
    note: text('note').notNull(),
    reportedAt: instant('reported_at').notNull(),
    settledAt: instant('settled_at'),
    settledBy: text('settled_by').references(() => users.id, { onDelete: 'set null' }),
    /** The reply that the person sees. */
    reply: text('reply').notNull().default(''),
  },
  (t) => [
    uniqueIndex('item_reports_one_open').on(t.userId, t.itemId).where(sql`settled_at is null`),
    index('item_reports_time').on(t.reportedAt),
    index('item_reports_user').on(t.userId, t.reportedAt),
  ],
);
