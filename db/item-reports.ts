import { and, count, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { itemReports } from './schema/item-reports.ts';

export type ItemReport = typeof itemReports.$inferSelect;
export type NewItemReport = typeof itemReports.$inferInsert;

const amend = prepared((queries, { id: _id, userId, itemId, ...rest }: NewItemReport) =>
  queries
    .update(itemReports)
    .set(rest)
    .where(and(eq(itemReports.userId, userId), eq(itemReports.itemId, itemId), isNull(itemReports.settledAt)))
    .returning({ id: itemReports.id }),
);

/** Changes the person's open report of this item; false when there is none. */
export async function amendReport(db: Db, report: NewItemReport): Promise<boolean> {
  return (await amend(db, report)).length > 0;
}

const insert = prepared((queries, report: NewItemReport) => queries.insert(itemReports).values(report));

export async function insertReport(db: Db, report: NewItemReport): Promise<void> {
  await insert(db, report);
}

const countSince = prepared((queries, { userId, since }: { userId: string; since: Date }) =>
  queries
    .select({ n: count() })
    .from(itemReports)
    .where(and(eq(itemReports.userId, userId), gte(itemReports.reportedAt, since))),
);

export async function countReportsSince(db: Db, userId: string, since: Date): Promise<number> {
  const [row] = await countSince(db, { userId, since });
  return row?.n ?? 0;
}

const ofLesson = prepared((queries, { userId, lessonId }: Pick<ItemReport, 'userId' | 'lessonId'>) =>
  queries
    .select()
    .from(itemReports)
    .where(and(eq(itemReports.userId, userId), eq(itemReports.lessonId, lessonId)))
    .orderBy(desc(itemReports.reportedAt), desc(itemReports.id)),
);

/** A person's reports of a lesson's items, newest first. */
export async function listReportsOf(db: Db, userId: string, lessonId: string): Promise<ItemReport[]> {
  return ofLesson(db, { userId, lessonId });
}

interface Page {
  readonly userIds: readonly string[] | undefined;
  readonly limit: number;
}

const newest = prepared((queries, { userIds, limit }: Page) =>
  queries
    .select()
    .from(itemReports)
    .where(userIds === undefined ? undefined : isOneOf(itemReports.userId, userIds))
    .orderBy(desc(itemReports.reportedAt), desc(itemReports.id))
    .limit(limit),
);

/** Reports by everybody or by these people, newest first. */
export async function listReports(
  db: Db,
  of: 'everybody' | readonly string[],
  limit: number,
): Promise<ItemReport[]> {
  if (of !== 'everybody' && of.length === 0) return [];
  return newest(db, { userIds: of === 'everybody' ? undefined : of, limit });
}

const byId = prepared((queries, { id }: { id: string }) =>
  queries.select().from(itemReports).where(eq(itemReports.id, id)),
);

export async function findReport(db: Db, id: string): Promise<ItemReport | undefined> {
  const [report] = await byId(db, { id });
  return report;
}

type Resolution = Pick<ItemReport, 'id' | 'settledBy' | 'settledAt' | 'reply'>;

const settle = prepared((queries, { id, ...resolution }: Resolution) =>
  queries
    .update(itemReports)
    .set(resolution)
    .where(and(eq(itemReports.id, id), isNull(itemReports.settledAt)))
    .returning({ id: itemReports.id }),
);

/** Settles a report; false when it was already settled. */
export async function recordReportResolution(
  db: Db,
  { id, settledBy, settledAt, reply }: Resolution,
): Promise<boolean> {
  return (await settle(db, { id, settledBy, settledAt, reply })).length > 0;
}

const openByLesson = prepared((queries, _none: object) =>
  queries
    .select({ lessonId: itemReports.lessonId, n: count() })
    .from(itemReports)
    .where(isNull(itemReports.settledAt))
    .groupBy(itemReports.lessonId),
);

/** How many reports wait for a reply, by lesson; lessons without one are left out. */
export async function countOpenReports(db: Db): Promise<Map<string, number>> {
  return new Map((await openByLesson(db, {})).map(({ lessonId, n }) => [lessonId, n]));
}
