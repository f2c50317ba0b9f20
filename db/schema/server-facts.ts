import { table, text } from '#db/columns.ts';

/** What the server remembers about itself, by name: which content its totals follow, when it was last alive. */
export const serverFacts = table('server_facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
