import { z } from 'zod';
import { addMembership } from '#db/memberships.ts';
import { insertUser } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { DisplayName, UserName } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { one } from '#lib/server/door/form-values.ts';
import { knownUser } from '#lib/server/door/hash-queue.ts';
import { hashPassword, withinHashBudget } from '#lib/server/door/password-hash.ts';
import type { World } from '#lib/server/world.ts';
import { findViewableClassroom } from './find-viewable-classroom.ts';
import { newTemporaryPassword } from './new-temporary-password.ts';

export const StudentForm = z.object({
  classroom: one(z.string().max(120)),
  displayName: one(DisplayName),
  userName: one(UserName),
});

/** What the teacher gives to the student. The password is shown once; only its hash is stored. */
export interface StudentCredentials {
  readonly displayName: string;
  readonly userName: string;
  readonly password: string;
}

/** Creates a student account without e-mail and adds it to the class. Only a teacher of the class or an admin may. */
export async function addStudent(
  world: World,
  user: SessionUser,
  { classroom: classroomId, displayName, userName }: z.output<typeof StudentForm>,
): Promise<Result<StudentCredentials, 'not-found' | 'name-taken' | 'busy'>> {
  if (!(await findViewableClassroom(world.database.db, user, classroomId))) return refuse('not-found');
  const password = newTemporaryPassword(world);
  const hashed = await withinHashBudget(knownUser(user.id), () => hashPassword(password));
  if (!hashed.ok) return hashed;
  const passwordHash = hashed.value;
  const { timeZone } = user;
  const person = newPerson(world, { userName, displayName, timeZone, passwordHash, role: 'student' });
  return world.database.transaction(async (tx) => {
    const stored = await insertUser(tx, person);
    if (!stored) return refuse('name-taken');
    await addMembership(tx, { classroomId, userId: stored.id, role: 'student', joinedAt: stored.createdAt });
    return ok({ displayName, userName, password });
  });
}
