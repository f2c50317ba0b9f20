import { isStaff } from './role.ts';
import type { SessionUser } from './user.ts';

type Reader = Pick<SessionUser, 'role'>;

/** Whether somebody sees reports of items at all: authors and admins everybody's, teachers those of their students. */
export function mayReadReports({ role }: Reader): 'everybody' | 'own-students' | null {
  if (role === 'author' || role === 'admin') return 'everybody';
  return role === 'teacher' ? 'own-students' : null;
}

/** One report. `teaches`: the reader is a teacher of a class in which the person who wrote it is a student. */
export function mayReadReport(user: Reader, teaches: boolean): boolean {
  const which = mayReadReports(user);
  return which === 'everybody' || (which === 'own-students' && teaches);
}

/** A person's name is for those who teach them; for others a report is about the item alone. */
export function mayNameReporter({ role }: Reader, teaches: boolean): boolean {
  return isStaff(role) && teaches;
}
