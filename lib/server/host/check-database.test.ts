import { expect, test } from 'vitest';
import { postgresProblem } from './check-database.ts';

const url = 'postgres://ada:quiet-lanterns@db.example:5433/school';
const failure = (code: string) => Object.assign(new Error('as the driver says it'), { code });

test.each([
  {
    error: failure('ECONNREFUSED'),
    says: 'No PostgreSQL answers at db.example:5433 (ECONNREFUSED). Start it',
  },
  { error: failure('ENOTFOUND'), says: 'No PostgreSQL answers at db.example:5433 (ENOTFOUND)' },
  {
    error: new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]),
    says: 'No PostgreSQL answers at db.example:5433 (ECONNREFUSED)',
  },
  {
    error: new Error('timeout exceeded'),
    says: 'No PostgreSQL answers at db.example:5433 (timeout exceeded)',
  },
  { error: failure('28P01'), says: 'refuses the user "ada" (28P01). Correct the user and the password' },
  { error: failure('3D000'), says: 'has no database "school". Create it, or correct its name' },
  { error: failure('57P03'), says: 'is still starting (57P03)' },
  { error: failure('53300'), says: 'has no connection left (53300)' },
  { error: failure('42501'), says: 'refuses (42501: as the driver says it)' },
])('PostgreSQL that fails with $error.code: $says', ({ error, says }) => {
  const problem = postgresProblem(url, error);
  expect(problem).toContain(says);
  expect(problem).toMatch(/DATABASE_URL|DATABASE_POOL|Start Surefoot once it answers/);
  expect(problem).not.toContain('quiet-lanterns');
});
