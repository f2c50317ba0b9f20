import { index, instant, integer, json, primaryKey, table, text } from '#db/columns.ts';
import type { LessonFiles } from '#lib/lesson/lesson-files.ts';
import { users } from './users.ts';

/** Lessons that authors are writing: at most one draft of a lesson for each author. Nobody else sees it. */
export const lessonDrafts = table(
  'lesson_drafts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    track: text('track').notNull(),
    lesson: text('lesson').notNull(),
    files: json<LessonFiles>('files').notNull(),
    /** The files that the draft began with, and the number of their revision; 0 for the files on disk. */
    base: json<LessonFiles>('base').notNull(),
    baseNumber: integer('base_number').notNull(),
    /** Counts saves: one that expects another number is a conflict. */
    saves: integer('saves').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** When the author last had the lesson open. */
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.track, t.lesson] }),
    index('lesson_drafts_lesson').on(t.track, t.lesson),
  ],
);
