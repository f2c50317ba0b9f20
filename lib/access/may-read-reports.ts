import { isStaff } from './role.ts';
import type { SessionUser } from './user.ts';

type Reader = Pick<SessionUser, 'role'>;

/** Whose reports of problems the user may read: authors and admins everybody's, teachers those of their students. */
export function mayReadReports({ role }: Reader): 'everybody' | 'own-students' | null {
  if (role === 'author' || role === 'admin') return 'everybody';
  return role === 'teacher' ? 'own-students' : null;
}

/** Whether the user may read one report. `teaches`: the user teaches a class in scope its writer is a student. */
export function mayReadReport(user: Reader, teaches: boolean): boolean {
  const scope = mayReadReports(user);
  return scope === 'everybody' || (scope === 'own-students' && teaches);
}

/** Whether the user sees who wrote a report: only staff who teach the writer do. */
export function mayNameReporter({ role }: Reader, teaches: boolean): boolean {
  return isStaff(role) && teaches;
}
