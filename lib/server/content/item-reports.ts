import { type ItemReport, listReports, listReportsOf } from '#db/item-reports.ts';
import { listTaughtStudentNames } from '#db/memberships.ts';
import { mayNameReporter, mayReadReports } from '#lib/access/may-read-reports.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { MyReport } from '#lib/item/problem-report.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import { activityTitle, drillHost, dueSlug } from '#lib/sitting/drill.ts';

/** A report as somebody sees who may read it. */
export interface ReadReport {
  readonly report: ItemReport;
  /** Null for who does not teach the person. */
  readonly name: string | null;
  readonly where: string;
  /** To the page on which it was asked; null when its lesson is gone. */
  readonly href: string | null;
  /** File and line for who writes lessons. */
  readonly source: string | null;
  /** The item has been changed, or is gone, since. */
  readonly isOld: boolean;
}

const most = 100;

/** The newest reports that this person may read, newest first; null for who reads none. */
export async function itemReports(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
): Promise<ReadReport[] | null> {
  const which = mayReadReports(user);
  if (!which) return null;
  const { db } = world.database;
  const taught = await listTaughtStudentNames(db, user.id);
  const library = await world.library();
  const reports = await listReports(db, which === 'everybody' ? which : [...taught.keys()], most);
  return reports.map((report) => {
    const found = library.item(report.itemId);
    const lesson = found?.lesson ?? library.lessonById(report.lessonId);
    const host = drillHost(report.activity)?.slug ?? report.activity;
    // A review has no page of its own in the lesson.
    const page = report.activity === dueSlug ? found?.activity : host;
    const place = activityTitle(report.activity);
    const { file, line } = found?.item.source ?? {};
    return {
      report,
      name: mayNameReporter(user, taught.has(report.userId)) ? (taught.get(report.userId) ?? null) : null,
      where: lesson ? `${lesson.title}, ${place}` : place,
      href: lesson ? lessonPath(lesson, page) : null,
      source: which === 'everybody' && file ? `${file}:${line}` : null,
      isOld: found?.item.version !== report.itemVersion,
    };
  });
}

/** What a person said of a lesson's items: the newest of each. */
export async function myReports(world: World, userId: string, lessonId: string): Promise<MyReport[]> {
  const rows = await listReportsOf(world.database.db, userId, lessonId);
  return rows
    .filter(({ itemId }, at) => rows.findIndex((row) => row.itemId === itemId) === at)
    .map(({ itemId, kind, note, reply, settledAt }) => ({
      itemId,
      kind,
      note,
      reply: settledAt ? reply : null,
    }));
}
