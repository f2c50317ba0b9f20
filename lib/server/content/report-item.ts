import { z } from 'zod';
import { amendReport, countReportsSince, insertReport, type NewItemReport } from '#db/item-reports.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import {
  longestNote,
  type OwnReport,
  type ReportRefusal,
  reportKinds,
  reportsPerDay,
} from '#lib/item/problem-report.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { isServedIn } from '#lib/sitting/drill.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

export const ReportForm = z.object({
  lesson: one(z.string().max(120)),
  activity: one(z.string().max(40)),
  sitting: one(z.coerce.number().int().min(1)),
  item: one(z.string().max(120)),
  version: one(z.string().max(64)),
  kind: one(z.enum(reportKinds, 'Choose what is wrong.')),
  note: one(z.string().trim().max(longestNote, `Shorten it to ${longestNote} characters.`)),
});
export type ReportForm = z.infer<typeof ReportForm>;

const dayMs = 24 * 60 * 60_000;

/**
 * Stores a learner's report of an item, with the item exactly as the learner sees it. A second report of the item
 * replaces the first while that is not settled. Only an item that was shown to this user can be reported.
 */
export async function reportItem(
  world: World,
  user: SessionUser,
  input: ReportForm,
): Promise<Result<OwnReport, ReportRefusal>> {
  const now = world.now();
  const found = (await world.library()).item(input.item);
  if (!found || found.lesson.id !== input.lesson || !isServedIn(found.activity, input.activity))
    return refuse('not-found');
  const refused = await world.database.transaction(async (tx): Promise<ReportRefusal | null> => {
    if (!(await lockPerson(tx, user.id))) return 'not-found';
    const context = await findActivityContext(tx, world, { userId: user.id, name: input, now });
    if (!context) return 'not-found';
    const report = reportOf(world, { context, found, submitted: input, now });
    if (!report) return 'stale';
    if (await amendReport(tx, report)) return null;
    const since = new Date(now.getTime() - dayMs);
    if ((await countReportsSince(tx, user.id, since)) >= reportsPerDay) return 'too-many';
    await insertReport(tx, report);
    return null;
  });
  if (refused) return refuse(refused);
  return ok({ itemId: input.item, kind: input.kind, note: input.note, reply: null });
}

/** The report with the item as the user sees it; undefined when the page showed another sitting or version of it. */
function reportOf(
  world: World,
  {
    context,
    found,
    submitted: { sitting: ordinal, version, kind, note },
    now,
  }: {
    readonly context: ActivityContext;
    readonly found: FoundItem;
    readonly submitted: ReportForm;
    readonly now: Date;
  },
): NewItemReport | undefined {
  const { open, latest, lesson, userId, activity } = context;
  const stored: Sitting | null = open ?? (latest?.ordinal === ordinal ? latest : null);
  const shown: ActivityContext = stored
    ? { ...context, seed: stored.seed, address: { ...context.address, ordinal: stored.ordinal } }
    : context;
  const record = stored ? context.records.get(found.item.id) : undefined;
  const { item } = askedItem(found, shown.seed, record);
  if (shown.address.ordinal !== ordinal || shownVersion(item, shown.seed) !== version) return undefined;
  const last = record?.responses.at(-1);
  return {
    id: world.newId(),
    userId,
    lessonId: lesson.id,
    activity,
    itemId: item.id,
    itemVersion: item.version,
    ordinal,
    seed: shown.seed,
    shown: servedItem(shown, item, { record, now, closed: stored?.closedAt != null }),
    answer: last?.answer ?? null,
    verdict: last?.verdict ?? null,
    kind,
    note,
    reportedAt: now,
  };
}
