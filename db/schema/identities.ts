import { primaryKey, table, text } from '#db/columns.ts';
import { users } from './users.ts';

/** Who a person is at an OpenID Connect provider. */
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
