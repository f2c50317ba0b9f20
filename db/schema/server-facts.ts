import { table, text } from '#db/columns.ts';

/** Facts about the server by name: the content that its totals were counted with, and its last heartbeat. */
export const serverFacts = table('server_facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
