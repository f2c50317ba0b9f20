import { instant, integer, table, text } from '#db/columns.ts';

/**
 * Failed attempts within one window. `subject` is a keyed hash of whose attempts they are, such as those on one account
 * from one address. The window of a counter that makes people wait starts again with each failure.
 */
export const signInFailures = table('sign_in_failures', {
  subject: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  windowStart: instant('window_start').notNull(),
});
