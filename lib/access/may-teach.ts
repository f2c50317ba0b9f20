import { isStaff } from './role.ts';
import type { SessionUser } from './user.ts';

/** A user's membership of one classroom. */
export interface ClassroomMembership {
  readonly role: 'student' | 'teacher';
}

/**
 * Whether the user may view a class: its teachers and any admin may.
 * The account must still be staff, so a demoted teacher loses access to every class at once.
 */
export function mayViewClassroom(
  user: Pick<SessionUser, 'role'>,
  membership: ClassroomMembership | undefined,
): boolean {
  if (user.role === 'admin') return true;
  return isStaff(user.role) && membership?.role === 'teacher';
}
