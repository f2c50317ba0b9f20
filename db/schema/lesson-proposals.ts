import { sql } from 'drizzle-orm';
import { index, instant, integer, json, table, text, uniqueIndex } from '#db/columns.ts';
import type { LessonFiles } from '#lib/lesson/lesson-files.ts';
import type { ProposalDecision } from '#lib/lesson/proposal.ts';
import { users } from './users.ts';

/** Drafts that wait for an author of the track. An author has at most one open proposal for a lesson: the index is the rule. */
export const lessonProposals = table(
  'lesson_proposals',
  {
    id: text('id').primaryKey(),
    track: text('track').notNull(),
    lesson: text('lesson').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    files: json<LessonFiles>('files').notNull(),
    base: json<LessonFiles>('base').notNull(),
    baseNumber: integer('base_number').notNull(),
    reason: text('reason').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decision: text('decision').$type<ProposalDecision>(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at'),
    /** What the proposer is told. */
    note: text('note').notNull().default(''),
  },
  (t) => [
    uniqueIndex('lesson_proposals_one_open').on(t.authorId, t.track, t.lesson).where(sql`decision is null`),
    index('lesson_proposals_time').on(t.proposedAt),
  ],
);
