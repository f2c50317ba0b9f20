import { pointsSince } from '#db/active-days.ts';
import { listClassrooms, listClassroomsTaughtBy } from '#db/classrooms.ts';
import { type ClassStudent, listMembershipsOf, listStudents } from '#db/memberships.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { mondayOf } from '#lib/calendar/calendar-day.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type BoardEntry, type BoardLine, boardLines } from '#lib/progress/board.ts';
import { unrevealedPoints } from '#lib/progress/unrevealed-answer.ts';
import type { World } from '#lib/server/world.ts';
import { unrevealedAnswers } from './unrevealed-answers.ts';

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
  /** Students on the board without points in this span. */
  readonly idle: number;
}

export const boardSpans = ['week', 'all'] as const;

/** The points of this week, or all. */
export type BoardSpan = (typeof boardSpans)[number];

/** A class's leaderboard as the user sees it; without a valid `class`, that of the user's first class. */
export async function leaderboard(
  world: World,
  user: SessionUser,
  choice: { readonly class: string | undefined; readonly span: BoardSpan },
): Promise<Leaderboard> {
  const { db } = world.database;
  const classrooms = await boardsOf(db, user);
  const chosen = classrooms.find(({ id }) => id === choice.class) ?? classrooms[0];
  if (!chosen) return { classrooms, board: null };
  const students = await listStudents(db, chosen.id);
  const shown = students.filter(({ onBoard }) => onBoard);
  const me = isStaff(user.role) ? undefined : students.find(({ id }) => id === user.id);
  const monday = choice.span === 'week' ? mondayOf(localDay(world.now(), user.timeZone)) : null;
  const weekly = monday === null ? null : await pointsFrom(world, monday, students);
  const ids = students.map(({ id }) => id);
  const unrevealed = await unrevealedAnswers(db, await world.library(), ids, ['challenge']);
  const entryOf = ({ id, displayName, boardName, xp }: ClassStudent): BoardEntry => ({
    userId: id,
    name: boardName ?? displayName,
    points: (weekly ? (weekly.get(id) ?? 0) : xp) - unrevealedPoints(unrevealed, id, monday),
  });
  const entries = shown.map(entryOf);
  return {
    classrooms,
    board: {
      ...chosen,
      lines: boardLines(entries, me ? entryOf(me) : null),
      students: students.length,
      shown: shown.length,
      idle: entries.filter(({ points, userId }) => points === 0 && userId !== me?.id).length,
    },
  };
}

/** The points of each student since Monday: which week it is depends on the reader, each day on its student. */
async function pointsFrom(
  { database, now }: World,
  monday: string,
  students: readonly ClassStudent[],
): Promise<ReadonlyMap<string, number>> {
  const since = new Date(now().getTime() - 8 * 24 * 60 * 60_000);
  const ids = students.map(({ id }) => id);
  return pointsSince(database.db, ids, { since, day: monday });
}

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
