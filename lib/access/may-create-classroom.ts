import type { SessionUser } from './user.ts';

/** Whether the user may create a class: teachers and admins may. */
export function mayCreateClassroom(user: Pick<SessionUser, 'role'>): boolean {
  return user.role === 'teacher' || user.role === 'admin';
}
