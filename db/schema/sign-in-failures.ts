import { instant, integer, table, text } from '#db/columns.ts';

/** Failed sign-ins of an account or an address within one window. `subject` is a keyed hash of either. */
export const signInFailures = table('sign_in_failures', {
  subject: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  windowStart: instant('window_start').notNull(),
});
