import { isStaff } from './role.ts';
import type { SessionUser } from './user.ts';

/** What a person is in one classroom. */
export interface ClassroomMembership {
  readonly role: 'student' | 'teacher';
}

/**
 * Who may look into a class: its teachers, and any admin.
 * The account must still be staff, so that a demoted teacher loses every class at once.
 */
export function mayViewClassroom(
  user: Pick<SessionUser, 'role'>,
  membership: ClassroomMembership | undefined,
): boolean {
  if (user.role === 'admin') return true;
  return isStaff(user.role) && membership?.role === 'teacher';
}
