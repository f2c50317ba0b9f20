import { type ItemReport, listReports, listReportsOf } from '#db/item-reports.ts';
import { listTaughtStudentNames } from '#db/memberships.ts';
import { mayNameReporter, mayReadReports } from '#lib/access/may-read-reports.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { OwnReport } from '#lib/item/problem-report.ts';
import { answeredItem, lessonPath } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';
import { activityOfDrill, activityTitle, dueSlug } from '#lib/sitting/drill.ts';

/** A report as one of its readers sees it. */
export interface ReportView {
  readonly report: ItemReport;
  /** The reporter's name; null for readers who do not teach the reporter. */
  readonly name: string | null;
  readonly where: string;
  /** The page of the question; null when its lesson no longer exists. */
  readonly href: string | null;
  /** File and line, for authors. */
  readonly source: string | null;
  /** The item was changed or removed after the report. */
  readonly isOutdated: boolean;
}

const maxReports = 100;

/** The reports that the user may read, newest first; null for users who may read none. */
export async function itemReports(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
): Promise<ReportView[] | null> {
  const which = mayReadReports(user);
  if (!which) return null;
  const { db } = world.database;
  const taught = await listTaughtStudentNames(db, user.id);
  const library = await world.library();
  const reports = await listReports(db, which === 'everybody' ? which : [...taught.keys()], maxReports);
  return reports.map((report) => {
    const found = library.item(report.itemId);
    const lesson = found?.lesson ?? library.lessonById(report.lessonId);
    const host = activityOfDrill(report.activity)?.slug ?? report.activity;
    // A review has no page of its own in the lesson.
    const page = report.activity === dueSlug ? found?.activity : host;
    const activity = activityTitle(report.activity);
    const { file, line } = found?.item.source ?? {};
    return {
      report,
      name: mayNameReporter(user, taught.has(report.userId)) ? (taught.get(report.userId) ?? null) : null,
      where: lesson ? `${lesson.title}, ${activity}` : activity,
      href: lesson ? lessonPath(lesson, page) : null,
      source: which === 'everybody' && file ? `${file}:${line}` : null,
      isOutdated: !found || answeredItem(found, report.itemVersion) === undefined,
    };
  });
}

/** The reports of one user about a lesson's items: the newest for each item. */
export async function reportsByUser(world: World, userId: string, lessonId: string): Promise<OwnReport[]> {
  const rows = await listReportsOf(world.database.db, userId, lessonId);
  return rows
    .filter(({ itemId }, index) => rows.findIndex((row) => row.itemId === itemId) === index)
    .map(({ itemId, kind, note, reply, settledAt }) => ({
      itemId,
      kind,
      note,
      reply: settledAt ? reply : null,
    }));
}
