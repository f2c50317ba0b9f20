import { type ClassroomMembership, mayViewClassroom } from './may-teach.ts';
import type { SessionUser } from './user.ts';

/** The user whose account is to be owner, with the membership of the classroom in question. */
export interface AccountOwner {
  readonly role: SessionUser['role'];
  readonly membership: ClassroomMembership | undefined;
}

/**
 * Whether the user may set the password or the time allowance of a member of a class: teachers of the class may, and
 * for students only, so that nobody takes over the account of a colleague who once joined with the code.
 */
export function mayChangeAccount(
  user: Pick<SessionUser, 'role'>,
  membership: ClassroomMembership | undefined,
  owner: AccountOwner,
): boolean {
  return (
    mayViewClassroom(user, membership) && owner.role === 'student' && owner.membership?.role === 'student'
  );
}
