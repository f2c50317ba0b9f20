import { primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** A person's accounts at OpenID Connect providers. */
export const identities = table(
  'identities',
  {
    provider: text('provider').notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] })],
);
