import { index, instant, primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** A person's own note on a passage; without text it is a bookmark. At most one for each passage. */
export const notes = table(
  'notes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    activity: text('activity').notNull(),
    /** The id of the heading in the page; empty for the whole activity. */
    anchor: text('anchor').notNull(),
    /** The heading as it was when the note was written: it may be renamed or removed later. */
    passage: text('passage').notNull(),
    body: text('body').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.lessonId, t.activity, t.anchor] }),
    index('notes_user_time').on(t.userId, t.writtenAt),
  ],
);
