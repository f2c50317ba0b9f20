import { type Classroom, findClassroomById } from '#db/classrooms.ts';
import type { Db } from '#db/client.ts';
import { findMembership } from '#db/memberships.ts';
import { mayViewClassroom } from '#lib/access/may-teach.ts';
import type { SessionUser } from '#lib/access/user.ts';

/** The class if the user may view it; undefined both for a hidden and for an unknown class, so that the two look alike. */
export async function findViewableClassroom(
  db: Db,
  user: Pick<SessionUser, 'id' | 'role'>,
  classroomId: string,
): Promise<Classroom | undefined> {
  const membership = await findMembership(db, classroomId, user.id);
  return mayViewClassroom(user, membership) ? findClassroomById(db, classroomId) : undefined;
}
