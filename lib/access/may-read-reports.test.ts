import { expect, test } from 'vitest';
import { mayNameReporter, mayReadReport, mayReadReports } from './may-read-reports.ts';
import type { Role } from './role.ts';

test.each<{ role: Role; teaches: boolean; which: string | null; reads: boolean; names: boolean }>([
  { role: 'student', teaches: false, which: null, reads: false, names: false },
  // Somebody who taught once and is a student now.
  { role: 'student', teaches: true, which: null, reads: false, names: false },
  { role: 'teacher', teaches: false, which: 'own-students', reads: false, names: false },
  { role: 'teacher', teaches: true, which: 'own-students', reads: true, names: true },
  { role: 'author', teaches: false, which: 'everybody', reads: true, names: false },
  { role: 'author', teaches: true, which: 'everybody', reads: true, names: true },
  { role: 'admin', teaches: false, which: 'everybody', reads: true, names: false },
  { role: 'admin', teaches: true, which: 'everybody', reads: true, names: true },
])('$role, teaches: $teaches', ({ role, teaches, which, reads, names }) => {
  expect(mayReadReports({ role })).toBe(which);
  expect(mayReadReport({ role }, teaches)).toBe(reads);
  expect(mayNameReporter({ role }, teaches)).toBe(names);
});
