import { listBadgesOf } from '#db/badges.ts';
import { listLessonPoints } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { gradebook } from '#lib/classroom/gradebook.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import { csv } from '#lib/csv/write-csv.ts';
import type { World } from '#lib/server/world.ts';
import { classReport } from './class-report.ts';

export interface GradebookFile {
  readonly name: string;
  readonly text: string;
}

/** A class's gradebook as a CSV file; undefined for users who may not view the class. */
export async function classGradebook(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  classroomId: string,
): Promise<GradebookFile | undefined> {
  const report = await classReport(world, user, classroomId, 'name');
  if (!report) return undefined;
  const { db } = world.database;
  const ids = report.students.map(({ id }) => id);
  const badges = groupBy(await listBadgesOf(db, ids), ({ userId }) => userId);
  const points = groupBy(await listLessonPoints(db, ids), ({ userId }) => userId);
  const badgeNames = new Map(report.lessons.flatMap(({ badge }) => (badge ? [[badge.id, badge.name]] : [])));
  const students = report.students.map((row) => {
    const byLesson = groupBy(badges.get(row.id) ?? [], ({ lessonId }) => lessonId);
    const named = [...byLesson].map(
      ([lessonId, earned]) =>
        [lessonId, earned.map(({ badgeId }) => badgeNames.get(badgeId) ?? badgeId)] as const,
    );
    const earnedPoints = (points.get(row.id) ?? []).map((one) => [one.lessonId, one.points] as const);
    return { row, extra: { badges: new Map(named), points: new Map(earnedPoints) } };
  });
  return { name: fileName(report.name, report.now), text: csv(gradebook(report.lessons, students)) };
}

/** Letters, digits and hyphens only, as the name is sent in a header. */
function fileName(classroom: string, now: Date): string {
  const plain = classroom
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return `gradebook-${plain || 'class'}-${now.toISOString().slice(0, 10)}.csv`;
}
