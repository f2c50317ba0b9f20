import { instant, integer, table, text } from '#db/columns.ts';

/** Wrong passwords, counted for an account or an address within one window. */
export const signInFailures = table('sign_in_failures', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  windowStart: instant('window_start').notNull(),
});
