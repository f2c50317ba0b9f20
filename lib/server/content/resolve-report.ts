import { z } from 'zod';
import { findReport, recordReportResolution as settle } from '#db/item-reports.ts';
import { listTaughtStudentNames } from '#db/memberships.ts';
import { mayReadReport } from '#lib/access/may-read-reports.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { longestReply } from '#lib/item/problem-report.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

export const ResolveReportForm = z.object({
  report: one(z.string().max(64)),
  reply: one(z.string().trim().max(longestReply, `Shorten it to ${longestReply} characters.`)),
});

/** Settles a report with a reply to its author. Every user who may read a report may settle it, once. */
export async function resolveReport(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { report: id, reply }: z.infer<typeof ResolveReportForm>,
): Promise<Result<null, 'not-found' | 'settled'>> {
  const { db } = world.database;
  const report = await findReport(db, id);
  const teaches = report !== undefined && (await listTaughtStudentNames(db, user.id)).has(report.userId);
  if (!report || !mayReadReport(user, teaches)) return refuse('not-found');
  const done = await settle(db, { id, settledBy: user.id, settledAt: world.now(), reply });
  return done ? ok(null) : refuse('settled');
}
