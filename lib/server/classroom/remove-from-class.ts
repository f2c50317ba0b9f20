import { removeStudent } from '#db/memberships.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { findViewableClassroom } from './find-viewable-classroom.ts';
import type { StudentOfClass } from './reset-student-password.ts';

/** Removes a student from the class. The account and all work stay, and the student may join again with the code. */
export async function removeFromClass(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { classroom, student }: StudentOfClass,
): Promise<Result<{ classroomId: string }, 'not-found'>> {
  const { db } = world.database;
  if (!(await findViewableClassroom(db, user, classroom))) return refuse('not-found');
  return (await removeStudent(db, classroom, student)) ? ok({ classroomId: classroom }) : refuse('not-found');
}
