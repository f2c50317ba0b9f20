import { mayViewClassroom, type Standing } from './may-teach.ts';
import type { SessionUser } from './user.ts';

/** The person whose account is to be changed, as one classroom knows them. */
export interface Changed {
  readonly role: SessionUser['role'];
  readonly membership: Standing | undefined;
}

/**
 * Whether somebody may set a new password or the time allowance of a member of a class: whoever teaches the class, and
 * only students, so that a colleague who once typed the join code cannot be taken over.
 */
export function mayChangeAccount(
  user: Pick<SessionUser, 'role'>,
  own: Standing | undefined,
  changed: Changed,
): boolean {
  return mayViewClassroom(user, own) && changed.role === 'student' && changed.membership?.role === 'student';
}
