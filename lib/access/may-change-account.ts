import { type ClassroomMembership, mayViewClassroom } from './may-teach.ts';
import type { SessionUser } from './user.ts';

/** The person whose account is to be changed, as one classroom knows them. */
export interface AccountOwner {
  readonly role: SessionUser['role'];
  readonly membership: ClassroomMembership | undefined;
}

/**
 * Whether somebody may set a new password or the time allowance of a member of a class: whoever teaches the class, and
 * only students, so that a colleague who once typed the join code cannot be taken over.
 */
export function mayChangeAccount(
  user: Pick<SessionUser, 'role'>,
  own: ClassroomMembership | undefined,
  changed: AccountOwner,
): boolean {
  return mayViewClassroom(user, own) && changed.role === 'student' && changed.membership?.role === 'student';
}
