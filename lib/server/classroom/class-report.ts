import { listStudents } from '#db/memberships.ts';
import { listActivityStandings } from '#db/standings.ts';
import { listVerdictsOf } from '#db/verdicts.ts';
import { formatJoinCode } from '#lib/access/join-code.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type SortOrder, type StudentRow, sortedRows, studentRow } from '#lib/classroom/class-report.ts';
import { distinctNames, distinctTitles } from '#lib/classroom/distinct-names.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { peopleStandings, standingId } from '#lib/server/progress/people-standings.ts';
import type { World } from '#lib/server/world.ts';
import { findViewableClassroom } from './find-viewable-classroom.ts';

/** What a teacher sees of a class: every student's progress in every lesson, from stored totals only. */
export interface ClassReport {
  readonly id: string;
  readonly name: string;
  readonly joinCode: string;
  readonly now: Date;
  /** Titles are unique here, as are the names of `students`. */
  readonly lessons: readonly Lesson[];
  readonly students: readonly StudentRow[];
}

/** Undefined for users who may not view the class, and for an unknown class. */
export async function classReport(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  classroomId: string,
  order: SortOrder,
): Promise<ClassReport | undefined> {
  const { db } = world.database;
  const classroom = await findViewableClassroom(db, user, classroomId);
  if (!classroom) return undefined;
  const now = world.now();
  const lessons = distinctTitles((await world.library()).lessons());
  const students = await listStudents(db, classroomId);
  const names = distinctNames(students, [
    ({ displayName }) => displayName,
    ({ displayName, userName }) => `${displayName} (${userName})`,
  ]);
  const ids = students.map(({ id }) => id);
  const work = groupBy(await listActivityStandings(db, ids), ({ userId }) => userId);
  const verdicts = groupBy(await listVerdictsOf(db, ids), ({ userId }) => userId);
  const beliefs = await peopleStandings(db, ids);
  const rows = students.map(({ id, displayName, userName, xp, joinedAt }, index) => {
    const student = { id, name: names[index] ?? displayName, userName, points: xp, joinedAt };
    return studentRow(student, {
      lessons,
      standings: work.get(id) ?? [],
      verdicts: verdicts.get(id) ?? [],
      standingIn: (lessonId) => beliefs.get(standingId(id, lessonId)),
      now,
    });
  });
  const { name, joinCode } = classroom;
  return {
    id: classroomId,
    name,
    joinCode: formatJoinCode(joinCode),
    now,
    lessons,
    students: sortedRows(rows, order),
  };
}
