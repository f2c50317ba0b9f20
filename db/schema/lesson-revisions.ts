import { instant, integer, json, table, text, uniqueIndex } from '#db/columns.ts';
import type { ItemEditNote } from '#lib/lesson/edits/item-edit-note.ts';
import type { LessonFiles } from '#lib/lesson/lesson-files.ts';
import { users } from './users.ts';

/** What was published, for ever: rows are only added. The newest of a lesson stands in the place of its files on disk. */
export const lessonRevisions = table(
  'lesson_revisions',
  {
    /** Counts up over all lessons, so that a process sees at once whether there is a newer one than it knows. */
    seq: integer('seq').primaryKey(),
    track: text('track').notNull(),
    lesson: text('lesson').notNull(),
    /** Counts up from 1 in each lesson. */
    number: integer('number').notNull(),
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    /** Who accepted the author's proposal; null when the author published. */
    approvedBy: text('approved_by').references(() => users.id, { onDelete: 'set null' }),
    approverName: text('approver_name'),
    reason: text('reason').notNull(),
    publishedAt: instant('published_at').notNull(),
    files: json<LessonFiles>('files').notNull(),
    /** The number of the earlier revision whose files these are; 0 for the files on disk. */
    restores: integer('restores'),
    /** Hash of the files on disk at that time, so that a later change of them is noticed. */
    deployedHash: text('deployed_hash').notNull(),
    /** How each item differs from the version before. */
    edits: json<readonly ItemEditNote[]>('edits').notNull(),
  },
  (t) => [uniqueIndex('lesson_revisions_number').on(t.track, t.lesson, t.number)],
);
