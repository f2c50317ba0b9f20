import { listClassrooms, listClassroomsTaughtBy } from '#db/classrooms.ts';
import { type ClassStudent, listMembershipsOf, listStudents } from '#db/memberships.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type BoardLine, boardLines } from '#lib/progress/board.ts';
import type { World } from '#lib/server/world.ts';

export interface Leaderboard {
  /** The classes whose boards this person may see. */
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

/** One class's board as one person sees it; the first of their classes when `classroomId` is none of them. */
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
  const own = await listMembershipsOf(db, user.id);
  return own
    .filter(({ role }) => role === 'student')
    .map(({ classroomId, name }) => ({ id: classroomId, name }));
}
