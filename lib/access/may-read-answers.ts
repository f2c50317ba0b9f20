import { isStaff } from './role.ts';
import type { SessionUser } from './user.ts';

/** Whether the user may read the answers to questions that are still asked: authors, teachers and admins may. */
export function mayReadAnswers({ role }: Pick<SessionUser, 'role'>): boolean {
  return isStaff(role);
}
