import { listClassrooms, listClassroomsTaughtBy } from '#db/classrooms.ts';
import { type ClassStudent, listMembershipsOf, listStudents } from '#db/memberships.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type BoardLine, boardLines } from '#lib/progress/board.ts';
import type { World } from '#lib/server/world.ts';

export interface Leaderboard {
  /** The classes whose leaderboards the user may view. */
  readonly classrooms: readonly { readonly id: string; readonly name: string }[];
  readonly board: ClassBoard | null;
}

export interface ClassBoard {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly BoardLine[];
  readonly students: number;
  readonly shown: number;
}

/** A class's leaderboard as the user sees it; without a valid `classroomId`, that of the user's first class. */
export async function leaderboard(
  { database: { db } }: World,
  user: SessionUser,
  classroomId: string | undefined,
): Promise<Leaderboard> {
  const classrooms = await boardsOf(db, user);
  const chosen = classrooms.find(({ id }) => id === classroomId) ?? classrooms[0];
  if (!chosen) return { classrooms, board: null };
  const students = await listStudents(db, chosen.id);
  const shown = students.filter(({ onBoard }) => onBoard);
  const me = isStaff(user.role) ? undefined : students.find(({ id }) => id === user.id);
  const lines = boardLines(shown.map(entryOf), me ? entryOf(me) : null);
  return { classrooms, board: { ...chosen, lines, students: students.length, shown: shown.length } };
}

const entryOf = ({ id, displayName, boardName, xp }: ClassStudent) => ({
  userId: id,
  name: boardName ?? displayName,
  points: xp,
});

async function boardsOf(
  db: World['database']['db'],
  user: SessionUser,
): Promise<{ id: string; name: string }[]> {
  if (user.role === 'admin') return (await listClassrooms(db)).map(({ id, name }) => ({ id, name }));
  if (isStaff(user.role))
    return (await listClassroomsTaughtBy(db, user.id)).map(({ id, name }) => ({ id, name }));
  const memberships = await listMembershipsOf(db, user.id);
  return memberships
    .filter(({ role }) => role === 'student')
    .map(({ classroomId, name }) => ({ id: classroomId, name }));
}
