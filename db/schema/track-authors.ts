import { instant, primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Who may publish on a track, by the name of its folder; the track need not exist yet. */
export const trackAuthors = table(
  'track_authors',
  {
    track: text('track').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.track, t.userId] })],
);
