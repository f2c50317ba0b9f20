import type { SessionUser } from './user.ts';

/** Who may begin a class of their own: teachers and admins. */
export function mayOpenClassroom(user: Pick<SessionUser, 'role'>): boolean {
  return user.role === 'teacher' || user.role === 'admin';
}
