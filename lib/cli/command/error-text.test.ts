import { expect, test } from 'vitest';
import { errorText } from './error-text.ts';

/** As Drizzle reports the error of a driver. */
function failedQuery(code: string, message: string): Error {
  const cause = Object.assign(new Error(message), { code });
  const values = { query: 'insert into "users" values (?)', params: ['$argon2id$quiet-lanterns'] };
  return Object.assign(
    new Error('Failed query: insert\nparams: $argon2id$quiet-lanterns', { cause }),
    values,
  );
}

test.each([
  {
    error: failedQuery('SQLITE_BUSY', 'database is locked'),
    text: 'Another process holds a lock on the database: nothing can be saved. Stop the process that holds it, then try again.',
  },
  {
    error: failedQuery('SQLITE_READONLY', 'attempt to write a readonly database'),
    text: 'The file of the database cannot be used: attempt to write a readonly database. Make the user who runs Surefoot its owner, and look at its disk.',
  },
  {
    error: failedQuery('ECONNREFUSED', 'connect ECONNREFUSED'),
    text: 'The database does not answer. Start it, or correct DATABASE_URL.',
  },
  {
    error: failedQuery('SQLITE_ERROR', 'no such column: users.role'),
    text: 'The database refuses: no such column: users.role',
  },
  { error: new Error('There is no file b.db.'), text: 'There is no file b.db.' },
])('a command says "$text"', ({ error, text }) => expect(errorText(error)).toBe(text));

test('a file of another user is named with the cure', () => {
  const error = Object.assign(new Error("EACCES: permission denied, open '/srv/secret'"), {
    code: 'EACCES',
    path: '/srv/secret',
  });
  expect(errorText(error)).toContain('This user may not read or write /srv/secret. Make the user');
});
