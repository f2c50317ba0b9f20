import { and, count, desc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { itemReports } from './schema/item-reports.ts';

export type ItemReport = typeof itemReports.$inferSelect;
export type NewItemReport = typeof itemReports.$inferInsert;

/** Changes the person's open report of this item; false when there is none. */
export async function amendReport(db: Db, report: NewItemReport): Promise<boolean> {
  const { id: _id, userId, itemId, ...rest } = report;
  const amended = await db
    .update(itemReports)
    .set(rest)
    .where(and(eq(itemReports.userId, userId), eq(itemReports.itemId, itemId), isNull(itemReports.settledAt)))
    .returning({ id: itemReports.id });
  return amended.length > 0;
}

export async function insertReport(db: Db, report: NewItemReport): Promise<void> {
  await db.insert(itemReports).values(report);
}

export async function countReportsSince(db: Db, userId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(itemReports)
    .where(and(eq(itemReports.userId, userId), gte(itemReports.reportedAt, since)));
  return row?.n ?? 0;
}

/** A person's reports of a lesson's items, newest first. */
export async function listReportsOf(db: Db, userId: string, lessonId: string): Promise<ItemReport[]> {
  return db
    .select()
    .from(itemReports)
    .where(and(eq(itemReports.userId, userId), eq(itemReports.lessonId, lessonId)))
    .orderBy(desc(itemReports.reportedAt), desc(itemReports.id));
}

/** Reports by everybody or by these people, newest first. */
export async function listReports(
  db: Db,
  of: 'everybody' | readonly string[],
  limit: number,
): Promise<ItemReport[]> {
  if (of !== 'everybody' && of.length === 0) return [];
  return db
    .select()
    .from(itemReports)
    .where(of === 'everybody' ? undefined : inArray(itemReports.userId, [...of]))
    .orderBy(desc(itemReports.reportedAt), desc(itemReports.id))
    .limit(limit);
}

export async function findReport(db: Db, id: string): Promise<ItemReport | undefined> {
  const [report] = await db.select().from(itemReports).where(eq(itemReports.id, id));
  return report;
}

/** Settles a report; false when it was already settled. */
export async function recordReportResolution(
  db: Db,
  { id, settledBy, settledAt, reply }: Pick<ItemReport, 'id' | 'settledBy' | 'settledAt' | 'reply'>,
): Promise<boolean> {
  const settled = await db
    .update(itemReports)
    .set({ settledBy, settledAt, reply })
    .where(and(eq(itemReports.id, id), isNull(itemReports.settledAt)))
    .returning({ id: itemReports.id });
  return settled.length > 0;
}
