import { z } from 'zod';
import { findMembership } from '#db/memberships.ts';
import { findUserById, setPassword } from '#db/users.ts';
import { mayChangeAccount } from '#lib/access/may-change-account.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { knownUser } from '#lib/server/door/hash-queue.ts';
import { hashPassword, withinHashBudget } from '#lib/server/door/password-hash.ts';
import { cutOff } from '#lib/server/door/session-token.ts';
import type { World } from '#lib/server/world.ts';
import type { StudentCredentials } from './add-student.ts';
import { newTemporaryPassword } from './new-temporary-password.ts';

export const StudentOfClass = z.object({
  classroom: one(z.string().max(120)),
  student: one(z.string().max(120)),
});
export type StudentOfClass = z.output<typeof StudentOfClass>;

/**
 * Sets a new start password for a student of the class, which is shown once, and ends every session of the student.
 * Refused for a student who signs in with the school's sign-in service and has no password here.
 */
export async function resetStudentPassword(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { classroom, student: studentId }: StudentOfClass,
): Promise<Result<StudentCredentials, 'not-found' | 'no-password' | 'busy'>> {
  const { db } = world.database;
  const teacherMembership = await findMembership(db, classroom, user.id);
  const membership = await findMembership(db, classroom, studentId);
  const student = await findUserById(db, studentId);
  if (!student || !mayChangeAccount(user, teacherMembership, { role: student.role, membership }))
    return refuse('not-found');
  if (student.passwordHash === null) return refuse('no-password');
  const password = newTemporaryPassword(world);
  const hashed = await withinHashBudget(knownUser(user.id), () => hashPassword(password));
  if (!hashed.ok) return hashed;
  await setPassword(db, studentId, hashed.value, cutOff(world.now()));
  return ok({ displayName: student.displayName, userName: student.userName, password });
}
