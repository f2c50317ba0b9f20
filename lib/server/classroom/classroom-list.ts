import { countMembers, listClassrooms, listClassroomsTaughtBy } from '#db/classrooms.ts';
import { formatJoinCode } from '#lib/access/join-code.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { World } from '#lib/server/world.ts';

export interface ListedClassroom {
  readonly id: string;
  readonly name: string;
  /** With a hyphen, as it is shown: K7QM-2XPA. */
  readonly joinCode: string;
  readonly students: number;
  readonly teachers: number;
}

/** The classes that a teacher teaches; all classes for an admin. */
export async function classroomList(
  { database: { db } }: World,
  user: Pick<SessionUser, 'id' | 'role'>,
): Promise<ListedClassroom[]> {
  const classrooms =
    user.role === 'admin' ? await listClassrooms(db) : await listClassroomsTaughtBy(db, user.id);
  const counts = await countMembers(
    db,
    classrooms.map(({ id }) => id),
  );
  const countOf = (id: string, role: 'student' | 'teacher') =>
    counts.find((row) => row.classroomId === id && row.role === role)?.n ?? 0;
  return classrooms.map(({ id, name, joinCode }) => ({
    id,
    name,
    joinCode: formatJoinCode(joinCode),
    students: countOf(id, 'student'),
    teachers: countOf(id, 'teacher'),
  }));
}
